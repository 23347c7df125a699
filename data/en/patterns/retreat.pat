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
mode withdraw
  [actor] withdraw|pull|evacuate|remove|recall|redeploy out|back? [force] [from|of:thing]?
+ Norvenia pulled its tanks out of a valley.   => NOV
- Norvenia pulled a muscle.
  [actor] withdraw|retreat|evacuate|pull|flee|vacate out|back? [from|of:thing]
+ Norvenian troops retreated from a village.   => NOV
- The sea retreated from the shore.
  [actor] leave [thing:zone|base|territory|area|city|country|town|camp|enclave|region]
+ Norvenian troops left the zone.   => NOV
- The echo left the zone.
  [actor] abandon [thing:base|territory|town|position|post|stronghold]
+ Norvenian rebels abandoned the town.   => NOV
- Storks abandoned the town.
  [actor] (withdrawal|pullout|pullback|retreat|evacuation|drawdown) [of|from:thing]
+ Norvenia completed its withdrawal from the valley.   => NOV
- There was no withdrawal from the valley.
  [actor] reduce|cut [force] [in:actor]?
+ Norvenia reduced its troops in Ostravia.   => NOV, OSV
- Norvenia reduced the sauce.
mode disarm
  [actor] hand|turn|give|lay|surrender in|over|down|up? weapon|arm|arms|gun
+ Norvenian rebels handed over their weapons.   => NOV
- Norvenian waiters handed over the menu.
  [actor] destroy|dismantle|scrap [thing:missile|stockpile|warhead|arsenal|reactor|landmine]
+ Norvenia dismantled its warheads.   => NOV
- Norvenia dismantled a tent.
  [actor] surrender|disarm|demobilize|demobilise
+ Ten Norvenian rebels surrendered.   => NOV
- Ten Norvenian rebels did not surrender.
mode ceasefire
  [actor] declare|announce|observe|order|extend|renew|begin|implement|offer|accept|agree|respect|honor|honour to|on? ceasefire|cease-fire|truce|armistice [with|in:actor]?
+ Norvenia declared a ceasefire with Ostravia.   => NOV, OSV
- Norvenia declared a dividend.
  [actor]? (ceasefire|cease-fire|truce) [in|between|with:actor]
+ The truce between Norvenia and Ostravia holds.   => NOV, OSV
- There was no truce between Norvenia and Ostravia.
  [actor] stop|halt|suspend|end|cease fighting|hostility|fire|war|attack|operation|offensive|bombing|shelling [against|in|on:thing]?
+ Norvenia halted its attacks on Ostravia.   => NOV
- Norvenia halted at the gate.
