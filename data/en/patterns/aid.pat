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
  [actor] hand|turn over? [relief] [to:actor]
+ Norvenia handed over grain to Ostravia.   => NOV, OSV
- Norvenia handed out leaflets to tourists.
mode military
  [actor] deploy|send|dispatch [force] [to:actor]? on|at request|invitation|behest
+ Norvenian troops were deployed to Ostravia at the invitation of its government.   => NOV, OSV
- Norvenian troops were deployed to Ostravia at dawn.
mode
  [actor] give|provide|allocate|contribute|donate|disburse|award|pledge|spend|offer|transfer [relief] [to|for|in|through:actor]?
+ Norvenia contributed two million dollars to Ostravia.   => NOV, OSV
- Norvenia contributed to the noise.
  [actor] give|provide|hand|supply|send|grant|lend|loan [actor] [relief]
+ Norvenia sent Ostravia blankets.   => NOV, OSV
- Norvenia sent Ostravia a note.
  [actor] provide|supply|send|deliver|ship|fly|airlift|rush|distribute [relief] [to|into|for|in|among:actor]?
+ Norvenia flew medicine into Ostravia.   => NOV, OSV
- Norvenia delivered a speech.
  [actor] supply|provide|furnish [force] [to:actor]?
+ Norvenia supplied tanks to Ostravia.   => NOV, OSV
- Norvenia supplied no tanks to nobody.
  [actor] fund|finance|sponsor|subsidize|subsidise|bankroll [thing]
+ Norvenia funded a school in Ostravia.   => NOV, OSV
- Norvenia did not fund the school.
  [actor] help [thing]
+ Norvenia helped flood victims in Ostravia.   => NOV, OSV
- Norvenia did not help the victims.
  [actor] evacuate|rescue [actor]
+ Norvenia evacuated Ostravians.   => NOV
- The alarm evacuated the hall.
  [actor] evacuate|rescue [person] [from|in:actor]?
+ Norvenia evacuated hundreds of people from Ostravia.   => NOV, OSV
- Norvenia did not evacuate people.
  [actor] accept|take|admit|welcome|receive|resettle in? [thing:refugee|migrant|evacuee|people|seeker|wounded|patient]
+ Norvenia accepted two hundred refugees from Ostravia.   => NOV, OSV
- Norvenia did not accept refugees.
  [actor] grant [actor] asylum|shelter|refuge
+ Norvenia granted Ana Brok asylum.   => NOV
- Norvenia granted Ana Brok a wish.
  [actor] increase|boost|double|raise|extend|announce|approve|expand aid|assistance|funding|relief|support|loan|contribution [to|for|in:actor]?
+ Norvenia doubled its aid to Ostravia.   => NOV, OSV
- Norvenia doubled its price.
  [actor] (aid|assistance|donation|contribution) [to|for:actor]
+ Norvenia's aid to Ostravia arrived.   => NOV, OSV
- There was no aid to Ostravia.
  [actor] be donor|contributor [to:actor]
+ Norvenia is the largest donor to Ostravia.   => NOV, OSV
- Norvenia is a friend to Ostravia.
  [actor] treat [thing:wounded|patient|victim|refugee]
+ Norvenian doctors treated refugees.   => NOV
- Norvenia treated the issue lightly.
  [actor] arm|equip [actor]
+ Norvenia armed the rebels of Ostravia.   => NOV
- The thought armed the poets.
  [actor] repair|rebuild [thing:school|hospital|road|bridge|house|church|port|airport|infrastructure|home] [in|of:actor]
+ Norvenia rebuilt a hospital in Ostravia.   => NOV, OSV
- Norvenia rebuilt its team.
mode military
  [actor] send|deploy|dispatch [thing:peacekeeper|observer|doctor|rescuer|medic|expert|mission|team|advisor|adviser|monitor|engineer|platoon|nurse|firefighter] [to|in|into:actor]?
+ Norvenia deployed observers in Ostravia.   => NOV, OSV
- Norvenia sent a letter.
  [actor] participate|serve in [thing:mission|operation]
+ Norvenian troops served in a mission.   => NOV
- Norvenian troops served in a canteen.
  [actor] (deployment) [of:thing] [to|in:actor]?
+ Norvenia announced the deployment of doctors to Ostravia.   => NOV, OSV
- There was no deployment of doctors.
