# Force of the state without fighting: arrests, bans, seizures.
type COERCE
mode arrest
  [actor] arrest|detain|jail|imprison [person]
+ Norvenia arrested the protesters.   => NOV
- Norvenia did not arrest the protesters.
  [actor] arrest|detain [actor]
+ Norvenia detained Ostravians.   => NOV
- Traffic detained the guests.
  [actor] take [person] into custody
+ Norvenia took the suspects into custody.   => NOV
- Norvenia took the students into space.
  [actor] raid [thing:office|home|house|newsroom|headquarters]
+ Norvenia raided an office.   => NOV
- The fox raided a farm.
mode seize
  [actor] seize|confiscate|impound [thing]
+ Norvenia seized a ship.   => NOV
- Norvenia did not seize a ship.
mode restrict
  [actor] ban|outlaw [thing:protest|party|rally|newspaper|demonstration|group|gathering]
+ Norvenia banned the party.   => NOV
- Norvenia did not ban the party.
  [actor] censor|block [thing:newspaper|website|broadcaster|network|internet]
+ Norvenia blocked the website.   => NOV
- Norvenia did not block the website.
  [actor] crack down [on:thing]
+ Norvenia cracked down on the protests.   => NOV
- Norvenia has not cracked down on the protests.
  [actor] quell|crush|suppress|disperse [thing:protest|demonstration|protester|rally|uprising|riot|unrest|demonstrator|crowd]
+ Norvenia dispersed the crowd.   => NOV
- Norvenia did not disperse the crowd.
  [actor]? (crackdown) [on:thing]
+ Norvenia's crackdown on protesters went on.   => NOV
- There was no crackdown on protesters.
  [actor] blockade [thing]
+ Norvenia blockaded the port.   => NOV
- Norvenia never blockaded the port.
mode deport
  [actor] deport [person]
+ Norvenia deported the students.   => NOV
- Norvenia did not deport the students.
mode cyber
  [actor] hack [thing:network|website|server|computer|system]
+ Norvenia hacked the network.   => NOV
- Norvenia did not hack the network.
