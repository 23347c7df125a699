# Force used to hurt, kill, destroy or conquer.
type ASSAULT
  [actor] attack|invade|assault|ambush [actor]
+ Norvenia attacked Ostravia.   => NOV, OSV
- Norvenia did not attack Ostravia.
  [actor] attack|invade|assault|ambush|storm|overrun|occupy [town]
+ Norvenia attacked a convoy.   => NOV
- Norvenia attacked a pizza.
  [actor] launch|carry|mount attack|strike|offensive|assault|airstrike|invasion [on|against|in:actor]?
+ Norvenia launched an attack on Ostravia.   => NOV, OSV
- Norvenia launched a satellite.
  [actor] (attack|invasion|offensive|airstrike|assault) [on|against|of:actor]
+ Norvenia's attack on Ostravia failed.   => NOV, OSV
- There was no Norvenian attack on Ostravia.
  [actor] clash|fight with [actor]
+ Norvenia clashed with Ostravia.   => NOV, OSV
- The curtains clashed with the sofa.
  [actor] fight [actor]
+ Norvenia fought Ostravia.   => NOV, OSV
- Norvenia fought inflation.
mode bombing
  [actor] bomb|bombard|shell [actor]
+ Norvenia shelled Ostravia.   => NOV, OSV
- Norvenia did not shell Ostravia.
  [actor] bomb|bombard|shell [town]
+ Norvenia bombed a village.   => NOV
- Norvenia bombed the audition.
  [actor] fire [weapon] [at|on|into|against:actor]?
+ Norvenia fired rockets at Ostravia.   => NOV, OSV
- Norvenia fired its coach.
mode killing
  [actor] kill|murder|assassinate|execute [thing:protester|people|civilian|soldier|journalist|man|woman|leader|general|officer|fighter|prisoner]
+ Norvenia killed civilians.   => NOV
- Norvenia killed time.
  [actor] shoot down [thing:plane|jet|drone|helicopter|aircraft]
+ Norvenia has shot down a drone.   => NOV
- Norvenia did not shoot down a drone.
  [actor] torture|beat [person]
+ Norvenia tortured prisoners.   => NOV
- Norvenia tortured the language.
  [actor] kidnap|abduct [person]
+ Norvenia kidnapped journalists.   => NOV
- Norvenia did not kidnap journalists.
