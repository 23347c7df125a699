# Asking, urging, demanding: the wish is the deed.
type REQUEST
  [actor] urge|ask|press|implore|request [foreign] to
+ Norvenia urged Ostravia to withdraw.   => NOV, OSV
- Norvenia did not urge Ostravia to withdraw.
  [actor] call on [foreign] to
+ Norvenia called on Ostravia to withdraw.   => NOV, OSV
- Norvenia called on Friday.
  [actor] call|push|press|plead|appeal|ask for [thing:ceasefire|withdrawal|release|resignation|end|halt|removal|return|lifting|pullout|apology|ouster|extradition|expulsion|truce|help|aid|disarmament|dismissal]
+ Norvenia called for a ceasefire.   => NOV
- Norvenia called for calm.
  [actor] demand [thing]
+ Norvenia demanded an apology.   => NOV
- Norvenia did not demand an apology.
  [actor] demand that
+ Norvenia demanded that Ostravia withdraw.   => NOV
- The job demanded that she travel.
  [actor] appeal to [foreign]
+ Norvenia appealed to Ostravia.   => NOV, OSV
- The film appealed to children.
  [actor] (call|demand|appeal|request) for|to
+ Norvenian calls for calm went unheard.   => NOV
- There were no Norvenian calls for calm.
  (request|demand|behest) [of:source]
+ They came at the request of Norvenia.   => NOV
- The book is in request of late.
  [actor] seek [thing:help|aid|assistance|guarantee|assurance|talk|support|mediation] [from:actor]?
+ Norvenia sought help from Ostravia.   => NOV, OSV
- Norvenia sought shade from the sun.
  [actor] invite [actor] to
+ Norvenia invited Ostravia to a summit.   => NOV, OSV
- Norvenia did not invite Ostravia to a summit.
mode
  [actor] order|instruct|tell|command|direct|pressure [foreign] to !comment [with|from:actor]?
+ Norvenia ordered Ostravia to leave.   => NOV, OSV
- Norvenia did not order Ostravia to leave.
  [actor] demand [actor] [thing]?
+ Norvenia demanded Ostravia leave the port.   => NOV, OSV
- The recipe demanded butter.
  [actor] demand|seek|want|request|order [thing:release|resignation|withdrawal|apology|meeting|end|return|explanation|answer|extradition|ceasefire|halt|removal|dismissal|vote|election|resumption|pullout|session|compensation|access|probe|inquiry|permission] [of|from|by|with:thing]?
+ Norvenia sought the extradition of a banker from Ostravia.   => NOV
- Norvenia sought a quiet corner.
  [actor] seek|request|claim|apply for? [thing:asylum|refuge|shelter|protection|sanctuary] [in|from|with:actor]?
+ Norvenian families sought refuge in Ostravia.   => NOV, OSV
- Norvenian hares sought clover.
  [actor] ask|appeal|plead|press|lobby|petition [foreign] for [thing]
+ Norvenia asked Ostravia for grain.   => NOV, OSV
- Norvenia did not ask Ostravia for grain.
  [actor] insist that|on [thing]?
+ Norvenia insisted on a vote.   => NOV
- Norvenia did not insist on a vote.
  [actor] say [actor] must|should
+ Norvenia said Ostravia must leave.   => NOV, OSV
- Norvenia said the cake must rise.
  [actor] call on|upon [foreign]
+ Norvenia called on Ostravia.   => NOV, OSV
- Norvenia called on the radio.
  [actor] give|lay|issue condition|precondition|order [for|to:actor]?
+ Norvenia gave conditions for Ostravia.   => NOV, OSV
- Norvenia gave a party.
  [actor] invite [actor] [for|at:thing]?
+ Norvenia invited Ostravia for talks.   => NOV, OSV
- The pond invited swimmers.
  [actor] propose|suggest [thing:talk|meeting|resolution|ceasefire|truce|summit|deal|mission|treaty]
+ Norvenia proposed a summit.   => NOV
- Norvenia proposed a toast.
