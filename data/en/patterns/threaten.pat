# Threats and warnings of one's own deeds.
type THREATEN
status threatened
  [actor] threaten [actor]
+ Norvenia threatened Ostravia.   => NOV, OSV
- Norvenia did not threaten Ostravia.
  [actor] threaten to
+ Norvenia threatened to attack.   => NOV
- Rain threatened to fall.
  [actor] warn [actor] against|of|that|not
+ Norvenia warned Ostravia against delay.   => NOV, OSV
- Norvenia did not warn Ostravia against delay.
  [actor] warn that? [self] could|would|will|may|might
+ Norvenia warned that Norvenia could strike.   => NOV
- Norvenia warned that Ostravia could strike.
  [actor] refuse to rule out
+ Norvenia refused to rule out reprisals.   => NOV
- Norvenia did not refuse to rule out reprisals.
  [actor] confirm nor exclude
+ Norvenia could neither confirm nor exclude a deployment.   => NOV
- Norvenia could confirm the deployment.
  [actor] issue|deliver ultimatum|threat|warning [to:actor]?
+ Norvenia issued an ultimatum to Ostravia.   => NOV, OSV
- Norvenia issued stamps to Ostravia.
  [actor] vow|swear revenge|retaliation
+ Norvenia vowed revenge.   => NOV
- Norvenia vowed silence.
  [actor] vow|promise|pledge to retaliate|respond|strike|punish|avenge
+ Norvenia vowed to retaliate.   => NOV
- Norvenia never vowed to retaliate.
  [actor] (threat|ultimatum) [to|against:actor]
+ Norvenia's threats against Ostravia alarmed markets.   => NOV, OSV
- There were no Norvenian threats against Ostravia.
  [actor] (threat|ultimatum) to
+ Norvenia's threat to attack alarmed markets.   => NOV
- There was no Norvenian threat to attack.
  [actor] (warning) that? [self] could|would|will|may|might
+ Norvenia's warning that Norvenia could strike alarmed markets.   => NOV
- Norvenia's warning that Ostravia could strike alarmed markets.
  [actor] give ultimatum [to:actor]?
+ Norvenia gave an ultimatum to Ostravia.   => NOV, OSV
- Norvenia gave a dinner.
status threatened
  [actor] threaten [other:peace|stability|species|health] [with:thing]?
+ Norvenia threatened the port with shells.   => NOV
- The storm threatened the port.
  [actor] threaten to !collapse|overflow|become|spill|burst [against|on|to|with:actor]?
+ Norvenia threatened to close its border with Ostravia.   => NOV
- The dam threatened to burst.
  [actor] warn [actor]
+ Norvenia warned Ostravia on Monday.   => NOV, OSV
- The sign warned about ice.
  [actor] warn of [thing:retaliation|reprisal|consequence|war|action|response|reaction|strike|escalation|sanction|measure|step]
+ Norvenia warned of a harsh response.   => NOV
- Norvenia warned of fog.
  [actor] give|set [actor] [thing:deadline|ultimatum|day|warning]
+ Norvenia gave Ostravia a deadline.   => NOV, OSV
- Norvenia gave Ostravia a present.
  [actor] set|issue|give|send|deliver|sound [thing:deadline|ultimatum|threat|warning] [to|for|against:actor]?
+ Norvenia issued a new warning to Ostravia.   => NOV, OSV
- Norvenia issued a stamp.
  [actor] announce|say|declare [self] will|would boycott|attack|strike|retaliate|invade|expel|impose|suspend|punish|launch|destroy|withdraw|respond|bomb|arrest|sue|protest|cut|close|ban|sanction|deport|fight|begin|file|march
+ Norvenia said it would boycott the summit.   => NOV
- Norvenia said it would sleep.
  [actor] call for sanction|boycott|strike|embargo|war|tariff|blockade|attack|protest|uprising [against|on|of:thing]?
+ Norvenia called for sanctions against Ostravia.   => NOV, OSV
- Norvenia called for help.
  [actor] urge|propose|consider|seek|demand|plan|prepare sanction|tariff|embargo|boycott [against|on:actor]?
+ Norvenia considered sanctions against Ostravia.   => NOV, OSV
- Norvenia considered the soup.
  [actor] vow|pledge|promise|swear|threaten to fight|retaliate|respond|strike|punish|avenge|destroy|attack|continue|hit|crush|defeat|expel|kill|bomb|eliminate|boycott|march [against|on|to:actor]?
+ Norvenia vowed to fight Ostravia.   => NOV
- Norvenia vowed to sing.
  [actor] reserve right to
+ Norvenia reserves the right to respond.   => NOV
- Norvenia reserves seats.
  [actor] (threat|warning|ultimatum) [against|to|of:thing]
+ Norvenia repeated its threats against Ostravia.   => NOV
- There was no threat of rain.
