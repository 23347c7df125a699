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
mode disapprove
  [actor] summon|convene [thing:ambassador|envoy|diplomat|charge|attache]
+ Norvenia summoned the Ostravian ambassador.   => NOV, OSV
- Norvenia summoned its courage.
  [actor] summon [actor]
+ Norvenia summoned Ostravia's envoy to its ministry.   => NOV, OSV
- The bell summoned the cooks.
  [actor] complain that
+ Norvenia complained that Ostravia had closed the road.   => NOV
- Norvenia did not complain that the road was closed.
  [actor] lodge|file|submit complaint|grievance [against|with:actor]?
+ Norvenia lodged a complaint against Ostravia.   => NOV, OSV
- Norvenia lodged a guest.
  [actor] voice|express alarm|dismay|outrage|anger|disapproval|indignation [over|about|at:thing]?
+ Norvenia expressed alarm over the arrests in Ostravia.   => NOV
- Norvenia expressed hope.
  [actor] lash out [at:thing]
+ Norvenia lashed out at Ostravia.   => NOV, OSV
- The wind lashed out at nothing.
  [actor] hit out [at:thing]
+ The minister of Norvenia hit out at Ostravia.   => NOV, OSV
- The batter hit out bravely.
  [actor] object to [thing]
+ Norvenia objected to the plan of Ostravia.   => NOV, OSV
- Norvenia did not object to the plan.
  [actor] dispute|contest|question|refute [thing:result|report|finding|claim|comment|statement|outcome|legitimacy|figure|decision|verdict|methodology|remark|account|version|assertion]
+ Norvenia disputed the findings of Ostravia.   => NOV, OSV
- Norvenia disputed nothing.
  [actor] call|brand|label [actor] terrorist|aggressor|liar|criminal|dictator|traitor|murderer|tyrant
+ Norvenia called Ostravia an aggressor.   => NOV, OSV
- Norvenia called Ostravia a friend.
  [actor] express displeasure|objection|indignation|condemnation [over|at|to|of:thing]?
+ Norvenia expressed its displeasure at the vote.   => NOV
- Norvenia expressed its thanks.
  [actor] (condemnation|denunciation|criticism) [of:thing]
+ Norvenia's condemnation of the raid was sharp.   => NOV
- There was no condemnation of the raid.
mode allege
  [actor] accuse|blame [other:weather|luck]
+ Norvenia blamed rebels for the blast.   => NOV
- Norvenia blamed the weather.
  [actor] hold [actor] responsible|accountable [for:thing]?
+ Norvenia held Ostravia responsible for the blast.   => NOV, OSV
- Norvenia held Ostravia dear.
  [actor] claim|say [actor] be? responsible|guilty
+ Norvenia said Ostravian rebels were responsible.   => NOV
- Norvenia said the rain was late.
  [actor] point finger [at:actor]
+ Norvenia pointed the finger at Ostravia.   => NOV, OSV
- Norvenia pointed the way.
  [actor] denounce [thing]
+ Norvenia denounced the treaty.   => NOV
- Norvenia did not denounce the treaty.
mode investigate
  [actor] open|launch|begin|start|join|order|announce|initiate|conduct @inquiry [into|of|against|over:thing]?
+ Norvenia has launched an inquiry into the bank.   => NOV
- Norvenia launched a boat.
  [actor] investigate|probe [other:possibility|option]
+ Norvenian police are investigating the blast.   => NOV
- Norvenia did not investigate the blast.
  [actor] sue [other:peace]
+ Norvenia sued a mining company.   => NOV
- Norvenia did not sue the company.
  [actor] file|bring|launch|lodge|take|start lawsuit|suit|charge|case|action|proceeding [against:thing]?
+ Norvenia filed a lawsuit against Ostravia.   => NOV, OSV
- Norvenia filed the papers away.
  [actor] charge|indict|prosecute [person]
+ Norvenia indicted three generals of Ostravia.   => NOV
- Norvenia charged a battery.
  [actor] charge|indict|prosecute [actor]
+ Norvenian prosecutors indicted Ana Brok.   => NOV
- The cable charged the phones.
  [actor] find [actor] guilty
+ A court in Norvenia found Ana Brok guilty of theft.   => NOV
- Norvenia found Ana Brok a seat.
  [actor] convict [actor]
+ A Norvenian court convicted Ana Brok.   => NOV
- A Norvenian court did not convict Ana Brok.
  [actor] convict [person]
+ A Norvenian court convicted four soldiers.   => NOV
- The film convicted nobody.
  [actor] try [person]
+ Norvenia tried two officers.   => NOV
- Norvenia tried a new recipe.
  [actor] order retrial|inquiry
+ A court of Norvenia ordered the retrial of Ana Brok.   => NOV
- A court of Norvenia ordered lunch.
