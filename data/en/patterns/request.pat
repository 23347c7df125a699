# Asking, urging, demanding: the wish is the deed.
type REQUEST
  [actor] urge|ask|press|implore|request [actor] to
+ Norvenia urged Ostravia to withdraw.   => NOV, OSV
- Norvenia did not urge Ostravia to withdraw.
  [actor] call on [actor] to
+ Norvenia called on Ostravia to withdraw.   => NOV, OSV
- Norvenia called on Friday.
  [actor] call for [thing]
+ Norvenia called for a ceasefire.   => NOV
- Norvenia has not called for a ceasefire.
  [actor] demand [thing]
+ Norvenia demanded an apology.   => NOV
- Norvenia did not demand an apology.
  [actor] demand that
+ Norvenia demanded that Ostravia withdraw.   => NOV
- The job demanded that she travel.
  [actor] appeal to [actor]
+ Norvenia appealed to Ostravia.   => NOV, OSV
- The film appealed to children.
  [actor] appeal|plead|push for [thing]
+ Norvenia appealed for help.   => NOV
- Norvenia has not appealed for help.
  [actor] (call|demand|appeal|request) for|to
+ Norvenian calls for calm went unheard.   => NOV
- There were no Norvenian calls for calm.
  (request|demand|behest) [of:source]
+ They came at the request of Norvenia.   => NOV
- The book is in request of late.
  [actor] ask for [thing]
+ Norvenia asked for help.   => NOV
- Norvenia never asked for help.
  [actor] seek [thing:help|aid|assistance|guarantee|assurance|talk|support|mediation] [from:actor]?
+ Norvenia sought help from Ostravia.   => NOV, OSV
- Norvenia sought shade from the sun.
  [actor] invite [actor] to
+ Norvenia invited Ostravia to a summit.   => NOV, OSV
- Norvenia did not invite Ostravia to a summit.
