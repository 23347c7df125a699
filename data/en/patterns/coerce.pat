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
mode restrict
  [actor] impose|declare curfew|emergency|law
+ Norvenia declared a curfew.   => NOV
- Norvenia declared a holiday.
  [actor] impose [measure] [on|against:actor]
+ Norvenia imposed sanctions on Ostravia.   => NOV, OSV
- Norvenia imposed a style on Ostravia.
  [actor] sanction|blacklist [actor]
+ Norvenia sanctioned Ostravia.   => NOV, OSV
- Norvenia did not sanction Ostravia.
  [actor] (sanction|embargo) [on|against:actor]
+ Norvenia's sanctions against Ostravia bit.   => NOV, OSV
- There were no sanctions against Ostravia.
mode arrest
  [actor] arrest|detain|jail|imprison|incarcerate|apprehend|intern|hold|capture|round|nab|question|interrogate up? [person]
+ Norvenia jailed two reporters.   => NOV
- Norvenia jailed no reporters.
  [actor] arrest|detain|jail|imprison|apprehend|interrogate [actor]
+ Norvenian police arrested Ana Brok.   => NOV
- Police in Norvenia did not arrest Ana Brok.
  [actor] arrest|detain|jail [thing:suspect|more|about|least|number|score|dozen|hundred]
+ Norvenian police arrested dozens of suspects.   => NOV
- Norvenian police arrested the decline.
  [actor] sentence [actor] to
+ A Norvenian court sentenced Ana Brok to ten years.   => NOV
- The critic sentenced the play to oblivion.
  [actor] sentence [person] to
+ A Norvenian court sentenced two pilots to death.   => NOV
- The weather sentenced pilots to boredom.
  [actor] (arrest|detention|imprisonment|deportation|house-arrest) [of:thing]
+ Norvenia announced the arrests of ten people.   => NOV
- There was no arrest of anybody.
  [actor] extend|order|place|put detention|arrest|custody|bail
+ A Norvenian court extended the detention of two students.   => NOV
- A Norvenian court extended its break.
  [actor] search|raid [thing:office|home|house|newsroom|headquarters|flat|apartment|premises|building]
+ Norvenian police searched the home of a reporter.   => NOV
- The dog searched the house.
mode seize
  [actor] seize|confiscate|impound|expropriate|nationalize|nationalise|hijack [loot]
+ Norvenia impounded a tanker.   => NOV
- Norvenia did not impound the tanker.
mode restrict
  [actor] ban|bar|prohibit|forbid [actor] from?
+ Norvenia barred Ana Brok from holding office.   => NOV
- The fog barred Ana Brok from seeing.
  [actor] ban|bar|prohibit|forbid|outlaw|suspend|shut|close|dissolve|disband down? [thing:protest|party|rally|newspaper|demonstration|group|gathering|publication|broadcaster|station|channel|website|organization|organisation|union|movement|parliament|constitution|media|network|activity|assembly|service|internet|access|license|licence|school|mosque|church]
+ Norvenia closed two newspapers.   => NOV
- Norvenia closed its eyes.
  [actor] ban|bar|prohibit|restrict|limit|curb [thing:travel|entry|movement|export|import|flight|trip|use|sale|trade|visit|traveler|traveller|visa]
+ Norvenia restricted travel from Ostravia.   => NOV, OSV
- Norvenia did not restrict travel.
  [actor] close|seal|shut off? [thing:border|crossing|road|frontier|airport|port|airspace] [with|to|into|between:actor]?
+ Norvenia closed its border with Ostravia.   => NOV, OSV
- Norvenia did not close its border.
  [actor] impose|declare|order|introduce|enforce|extend|proclaim [thing:curfew|emergency|law|lockdown|siege|state|censorship|rule|martial|quarantine]
+ Norvenia declared a quarantine.   => NOV
- Norvenia declared a profit.
  [actor] impose|slap|introduce|announce|enforce|tighten|extend|adopt|expand|levy [measure] [on|against|over:thing]?
+ Norvenia imposed new restrictions on a bank of Ostravia.   => NOV
- Norvenia imposed a fee for towels.
  [actor] blacklist|sanction [thing:official|company|bank|firm|individual|entity|general|organization|minister|businessman]
+ Norvenia blacklisted ten officials.   => NOV
- Norvenia did not blacklist the officials.
  [actor] fine|penalize|penalise [actor]
+ Norvenia fined a company.   => NOV
- The rules fined nobody.
  [actor] revoke|cancel|withdraw|strip [thing:licence|license|accreditation|citizenship|passport|immunity|permit|visa] [of|from:actor]?
+ Norvenia revoked the licence of a broadcaster.   => NOV
- Norvenia revoked its joke.
  [actor] disperse|quell|crush|suppress|repress|crack [person]
+ Norvenian police dispersed demonstrators.   => NOV
- The rain dispersed the dust.
  [actor] use|fire|deploy [thing:gas|cannon|teargas|truncheon|baton] [on|against|at|on:thing]?
+ Norvenian police used water cannon against the crowd.   => NOV
- Norvenian cooks used gas for the oven.
  [actor] evict|displace|relocate|uproot [person]
+ Norvenia evicted ten families.   => NOV
- Norvenia evicted the mice.
  [actor] dismiss|sack|fire|purge|suspend [thing:official|minister|judge|officer|general|teacher|prosecutor|mayor|governor|government|cabinet|chief|head|director|employee|worker]
+ Norvenia sacked two judges.   => NOV
- Norvenia fired a rocket.
mode deport
  [actor] deport|repatriate|expel|banish|exile [actor]
+ Norvenia deported Ana Brok.   => NOV
- The move exiled Ana Brok's cat.
  [actor] deport|repatriate|expel|banish|exile [thing:migrant|seeker|refugee|national|student|worker|people|man|woman|citizen|family|missionary|foreigner|villager]
+ Norvenia expelled thirty migrants.   => NOV
- Norvenia expelled the air.
  [actor] (eviction|expulsion|repression|crackdown|persecution) [of|on|against:thing]
+ Norvenia's persecution of monks went on.   => NOV
- There was no persecution of monks.
mode cyber
  [actor] launch|carry|conduct|mount out? cyberattack|cyber-attack|hack|disinformation [on|against:actor]?
+ Norvenia launched a cyberattack on Ostravia.   => NOV, OSV
- Norvenia launched a newsletter.
  [actor] hack [actor]
+ Norvenia hacked Ostravia.   => NOV, OSV
- The gardener hacked hedges.
