# Blame, charges, criticism.
type ACCUSE
mode disapprove
  [actor] condemn|criticize|criticise|denounce|decry|deplore|slam|blast|rebuke [actor]
+ Norvenia condemned Ostravia.   => NOV, OSV
- Norvenia did not condemn Ostravia.
  [actor] condemn|criticize|criticise|denounce|decry|deplore [thing] [of:actor]?
+ Norvenia condemned the attack in Ostravia.   => NOV
- The building was condemned after the flood.
  [actor] complain of|about [thing]
+ Norvenia complained about the delay.   => NOV
- Norvenia did not complain about the delay.
mode allege
  [actor] accuse [actor] of?
+ Norvenia accused Ostravia of spying.   => NOV, OSV
- Norvenia did not accuse Ostravia of spying.
  [actor] blame [actor] for?
+ Norvenia blamed Ostravia for the delay.   => NOV, OSV
- Norvenia blamed the weather.
  [actor] blame [thing] on [actor]
+ Norvenia blamed the delay on Ostravia.   => NOV, OSV
- Norvenia blamed the delay on fog.
  [actor] allege that?
+ Norvenia alleged that Ostravia had cheated.   => NOV
- Norvenia never alleged that Ostravia had cheated.
  [actor] (accusation|allegation) [against|of:actor]
+ Norvenia's accusations against Ostravia grew.   => NOV, OSV
- There were no Norvenian accusations against Ostravia.
mode investigate
  [actor] investigate|probe [actor]
+ Norvenia investigated Ostravia.   => NOV, OSV
- Norvenia did not investigate Ostravia.
  [actor] sue [actor]
+ Norvenia sued Ostravia.   => NOV, OSV
- Norvenia never sued Ostravia.
  [actor] open|launch investigation|inquiry|probe
+ Norvenia opened an investigation.   => NOV
- Norvenia opened a museum.
  [actor] charge [person] with
+ Norvenia charged the activists with treason.   => NOV
- The cafe charged the man twice.
