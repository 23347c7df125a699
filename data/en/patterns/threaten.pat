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
