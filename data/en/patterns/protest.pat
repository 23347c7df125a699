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
mode demo
  [actor] protest|demonstrate|rally|march [against|over|at|for|outside|through:thing]
+ Crowds in the capital protested against the law.   => -
- The wine did not protest.
  [actor] protest [thing]
+ Norvenians protested the verdict.   => NOV
- The map protested nothing.
  [actor] stage|hold|organize|organise|join|attend|begin|start|launch @protest [against|in|outside|over:thing]?
+ Norvenian students staged a walkout.   => NOV
- Norvenian students staged an opera.
  [actor] chant|shout|wave slogan|banner|flag
+ Norvenian students chanted slogans.   => NOV
- Norvenian students chanted hymns.
  [actor] gather outside|in front|to [thing]? protest|demonstrate
+ Norvenian students gathered to protest.   => NOV
- Norvenian students gathered to sing.
  [actor] burn|torch [thing:flag|effigy|tyre|tire|poster|portrait]
+ Norvenian protesters burned the flag of Ostravia.   => NOV
- Norvenian bakers burned the bread.
  [actor] storm|occupy [thing:square|parliament|embassy|street|university|building]
+ Norvenian protesters occupied the square.   => NOV
- Dust occupied the square.
  [actor] pelt|throw|hurl stone|rock|egg|bottle [at:thing]?
+ Norvenian youths hurled stones at police.   => NOV
- Norvenian youths hurled insults.
mode riot
  [actor] riot|loot|rampage
+ Norvenian youths looted shops.   => NOV
- Norvenian youths did not loot.
mode strike
  [actor] go|be|remain|stay on? strike|hunger-strike
+ Norvenian teachers went on strike.   => NOV
- Norvenian teachers went on holiday.
  [actor] stop|down|quit work|tool
+ Norvenian miners stopped work.   => NOV
- Norvenian miners stopped a bus.
  [actor] call|announce|declare|begin|start|stage|hold|launch strike|walkout
+ Norvenian miners began a strike.   => NOV
- Norvenian miners began a song.
  [actor] (strike|walkout) [over|by:thing]
+ The Norvenian teachers' strike over pay went on.   => NOV
- There was no strike over pay.
mode boycott
  [actor] boycott [thing]
+ Norvenia boycotted the summit.   => NOV
- Norvenia never boycotted the summit.
