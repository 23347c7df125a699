# Taking forces back, ceasing fire, handing over.
type RETREAT
mode withdraw
  [actor] withdraw|pull [force] [from:actor]?
+ Norvenia withdrew its troops from Ostravia.   => NOV, OSV
- Norvenia withdrew its bid.
  [actor] pull out [of|from:actor]?
+ Norvenia pulled out of Ostravia.   => NOV, OSV
- Norvenia did not pull out of Ostravia.
  [actor] pull back [force]?
+ Norvenia pulled back its tanks.   => NOV
- Norvenia did not pull back its tanks.
  [actor] withdraw|retreat [from:actor]
+ Norvenia retreated from Ostravia.   => NOV, OSV
- The glacier retreated from the valley.
  [actor]? (withdrawal|pullout|pullback|retreat) [of:force]
+ The withdrawal of Norvenian troops began.   => NOV
- There was no withdrawal of Norvenian troops.
  [actor] (withdrawal|pullout|pullback|retreat) [from:actor]?
+ Norvenia's withdrawal from Ostravia ended.   => NOV, OSV
- There was no Norvenian withdrawal from Ostravia.
mode disarm
  [actor] disarm
+ Norvenia disarmed.   => NOV
- Norvenia has not disarmed.
  [actor] lay down arms|weapon|arm
+ Norvenia laid down its arms.   => NOV
- Norvenia laid down a marker.
mode ceasefire
  [actor] declare|announce|observe ceasefire|truce
+ Norvenia declared a ceasefire.   => NOV
- Norvenia did not declare a ceasefire.
  [actor] cease fire|hostility
+ Norvenia ceased fire.   => NOV
- Norvenia ceased trading.
  [actor] surrender [to:actor]?
+ Norvenia surrendered to Ostravia.   => NOV, OSV
- Norvenia never surrendered to Ostravia.
  [actor] demobilize|demobilise [force]?
+ Norvenia demobilized its troops.   => NOV
- Norvenia has not demobilized its troops.
