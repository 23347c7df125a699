# Yielding: easing, releasing, giving in, lifting.
type CONCEDE
  [actor] lift|ease|relax|suspend|remove [thing:sanction|embargo|ban|curfew|restriction|blockade|tariff|siege] [on|against|from:actor]?
+ Norvenia lifted the embargo against Ostravia.   => NOV, OSV
- Norvenia lifted a trophy in Ostravia.
  [actor] release|free [person]
+ Norvenia released the prisoners.   => NOV
- Norvenia did not release the prisoners.
  [actor] resign
+ The president of Norvenia resigned.   => NOV
- The president of Norvenia will never resign.
  [actor] step down
+ The president of Norvenia stepped down.   => NOV
- The president of Norvenia did not step down.
  [actor] give in [to:actor]?
+ Norvenia gave in to Ostravia.   => NOV, OSV
- Norvenia gave a concert in Ostravia.
  [actor] yield [to:actor]?
+ Norvenia yielded to Ostravia.   => NOV, OSV
- The field did not yield wheat.
  [actor] bow to [thing:demand|pressure]
+ Norvenia bowed to demands.   => NOV
- The singer bowed to the audience.
  [actor] pardon|amnesty [person]
+ Norvenia pardoned the journalists.   => NOV
- Norvenia did not pardon the journalists.
  [actor] end [thing:strike|blockade|siege|curfew]
+ Norvenia ended the blockade.   => NOV
- The path ended at the lake.
  [actor] call off [thing:strike|blockade|exercise|attack]
+ Norvenia called off the exercise.   => NOV
- Norvenia did not call off the exercise.
  [actor] back down
+ Norvenia backed down.   => NOV
- Norvenia never backed down.
