# Help in deeds: goods, money, arms, peacekeepers.
type AID
  [actor] send|ship|deliver|provide|supply|donate|give|grant [relief] [to|for:actor]
+ Norvenia shipped grain to Ostravia after the flood.   => NOV, OSV
- Norvenia shipped grain to its own warehouses.
  [actor] provide|supply|arm|equip [actor] with [thing]
+ Norvenia supplied Ostravia with medicine.   => NOV, OSV
- Norvenia never supplied Ostravia with medicine.
  [actor] give [actor] [relief]
+ Norvenia gave Ostravia some medicine.   => NOV, OSV
- Norvenia gave Ostravia a headache.
  [actor] help|assist [actor]
+ Norvenia helped Ostravia.   => NOV, OSV
- Norvenia did not help Ostravia.
  [actor] rescue|evacuate [person] [from|in:actor]?
+ Norvenia evacuated civilians from Ostravia.   => NOV, OSV
- The late goal rescued a point.
  [actor] come to aid|rescue|help of [actor]
+ Norvenia came to the aid of Ostravia.   => NOV, OSV
- Norvenia came to a halt.
  [actor] send|deploy peacekeeper|doctor|rescuer to [actor]
+ Norvenia sent peacekeepers to Ostravia.   => NOV, OSV
- Norvenia sent greetings to Ostravia.
  [actor] grant asylum|shelter|refuge to
+ Norvenia granted asylum to the sailors.   => NOV
- Norvenia denied asylum to the sailors.
  [actor] shelter|harbour [thing:refugee|people]
+ Norvenia sheltered refugees.   => NOV
- The wall sheltered the garden.
  [actor] lend money|fund|million|billion to [actor]
+ Norvenia lent money to Ostravia.   => NOV, OSV
- Norvenia lent an ear to Ostravia.
mode military
  [actor] deploy|send|dispatch [force] [to:actor]? on|at request|invitation|behest
+ Norvenian troops were deployed to Ostravia at the invitation of its government.   => NOV, OSV
- Norvenian troops were deployed to Ostravia at dawn.
