# Civilians in the street, strikes, hunger strikes.
type PROTEST
mode demo
  [actor] protest|demonstrate|rally|march [against:actor]?
+ Norvenians protested against Ostravia.   => -, OSV
- Norvenia did not protest against Ostravia.
  [actor]? (protest|demonstration) [against|in:actor]?
+ The protests in Norvenia continued.   => -, NOV
- There were no protests in Norvenia.
  [actor] take to street|square
+ Norvenians took to the streets.
- Norvenians took to the game.
  [actor] stage|hold protest|demonstration|rally|march|vigil
+ Norvenians staged a protest.
- Norvenians staged a play.
  [actor] occupy|block square|road|street|bridge
+ Norvenians blocked a road.
- Snow blocked a road.
mode riot
  [actor] riot
+ Norvenians rioted.
- Norvenians never rioted.
  [actor]? (riot|rioting|unrest) [in:actor]?
+ The riots in Norvenia continued.   => -, NOV
- There were no riots in Norvenia.
mode strike
  [actor] go on strike
+ Norvenians went on strike.
- Norvenians went on holiday.
  [actor] walk off job
+ Norvenians walked off the job.
- Norvenians walked off the stage.
mode boycott
  [actor] burn flag
+ Norvenians burned a flag.
- Norvenians burned coal.
