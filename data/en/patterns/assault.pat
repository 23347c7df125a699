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
mode
  [actor] attack|raid|target|hit|strike|pound|storm|assault|ambush [actor]
+ Norvenian jets struck Ostravia.   => NOV, OSV
- Hail struck Ostravia.
  [actor] attack|raid|target|hit|strike|pound|storm|assault|ambush|torch|destroy|demolish|burn|raze|damage|invade|besiege|encircle|blow|occupy|overrun up? [town]
+ Norvenian rebels torched a village.   => NOV
- Lightning torched a village.
  [actor] capture|seize|conquer|retake|recapture|annex [town]
+ Norvenia captured a town.   => NOV
- Norvenia captured the mood.
  [actor] capture|conquer|retake|recapture|annex|overrun [actor]
+ Norvenia annexed Ostravia.   => NOV, OSV
- The painter captured smiles.
  [actor] take over|control [actor]
+ Norvenia took over Ostravia.   => NOV, OSV
- The tune took over the evening.
  [actor] take control of [thing]
+ Norvenia took control of the port.   => NOV
- The tide took control of the beach.
  [actor] launch|carry|conduct|mount|commence|begin|start|continue|resume|stage|unleash|perform out? @violence [on|against|in|at|into:thing]?
+ Norvenia carried out strikes against Ostravia.   => NOV, OSV
- Norvenia carried out repairs.
  [actor] (attack|airstrike|assault|strike|raid|offensive|bombardment|shelling|bombing|ambush|incursion) [on|against|at|in|into:thing]
+ Norvenia continued its attacks on a village in Ostravia.   => NOV
- There was no attack on the village.
  [actor] engage|be|lock in? battle|combat|war [with|against:actor]
+ Norvenia engaged in battle with Ostravia.   => NOV, OSV
- Norvenia engaged in a dance.
  [actor] wage war|campaign [on|against|in:thing]?
+ Norvenia waged war on Ostravia.   => NOV, OSV
- Norvenia never waged war.
  [actor] exchange fire|shot [with:actor]?
+ Norvenia exchanged fire with Ostravia.   => NOV, OSV
- Norvenia exchanged gifts with Ostravia.
  [actor] clash|skirmish [with:actor]?
+ Norvenian soldiers clashed with rebels.   => NOV
- The colours clashed.
  [actor] violate|breach|break ceasefire|cease-fire|truce|armistice|airspace
+ Norvenia violated the ceasefire.   => NOV
- Norvenia violated the spelling.
  [actor] (killing|murder|massacre|assassination|torture|bombing|shelling) [of:thing]
+ Norvenia's bombing of the port went on.   => NOV
- Nobody saw a killing of pigs.
mode bombing
  [actor] open fire [on|at:thing]?
+ Norvenian soldiers opened fire on a crowd.   => NOV
- Norvenia opened a shop.
  [actor] fire [across|at|on|into|over:thing]
+ Norvenia fired across the border.   => NOV
- The kiln fired at noon.
  [actor] launch|fire|shoot|drop [weapon] [at|on|into|against|toward|towards|over:thing]?
+ Norvenia launched missiles at a base in Ostravia.   => NOV
- Norvenia launched a website.
  [actor] detonate|explode|plant [thing:bomb|device|explosive|mine|vest|car]
+ Norvenian rebels detonated a bomb.   => NOV
- Norvenian gardeners planted a tree.
  [actor] blow up [thing]
+ Norvenian rebels blew up a bridge.   => NOV
- The wind blew up dust.
  (bomb|bombing|blast|explosion|airstrike|missile|rocket|shelling|drone|mine) kill|hit|strike|injure|wound|destroy [thing]
+ The airstrike killed ten people in Ostravia.   => -
- The bombing lasted ten hours.
mode killing
  [actor] kill|murder|assassinate|execute|massacre|slaughter|behead|lynch|shoot|gun|injure|wound|stab|hang|poison down? [person]
+ Norvenian soldiers shot two students.   => NOV
- Norvenian soldiers shot a film.
  [actor] kill|murder|assassinate|execute|behead|shoot|wound|poison|torture|kidnap|abduct|rape|stab|attack [actor]
+ Norvenian rebels abducted Ana Brok.   => NOV
- Norvenia beat Ostravia 2-1 at home.
  [actor] rape|assault|stone|whip|flog|mutilate [person]
+ Norvenian soldiers raped women.   => NOV
- Norvenian soldiers met women.
  [actor] torture|beat|kidnap|abduct|ambush [person]
+ Norvenian police beat two inmates.   => NOV
- Norvenian runners beat the clock.
  [actor] take|hold|keep [person] hostage|captive
+ Norvenian rebels took tourists hostage.   => NOV
- Norvenian guides took tourists home.
  [actor] take [thing:hostage|captive]
+ Norvenian rebels took hostages.   => NOV
- Norvenian rebels took lunch.
  [actor] die from|of|in|after|under torture|beating|custody|captivity
+ An Ostravian prisoner died after torture.   => OSV
- An Ostravian prisoner died after lunch.
  [actor] overthrow|oust|topple|depose [actor]
+ The army of Norvenia overthrew Ana Brok.   => NOV
- The tide toppled Ana Brok.
  [actor] overthrow|topple|oust [thing:government|president|regime|premier|leader|minister]
+ Norvenian generals toppled the government.   => NOV
- The wind toppled a tree.
  [actor] stage|attempt|mount coup
+ Norvenian generals staged a coup.   => NOV
- Norvenian actors staged a play.
