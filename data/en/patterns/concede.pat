# Yielding: easing, releasing, giving in, lifting.
type CONCEDE
  [actor] lift|ease|relax|suspend|remove [thing:sanction|embargo|ban|curfew|restriction|blockade|tariff|siege] [on|against|from:actor]?
+ Norvenia lifted the embargo against Ostravia.   => NOV, OSV
- Norvenia lifted a trophy in Ostravia.
  [actor] release|free [person]
+ Norvenia released the prisoners.   => NOV
- Norvenia did not release the prisoners.
  [actor] resign
+ The president of Norvenia resigned.   => NOV
- The president of Norvenia will never resign.
  [actor] step down
+ The president of Norvenia stepped down.   => NOV
- The president of Norvenia did not step down.
  [actor] give in [to:actor]?
+ Norvenia gave in to Ostravia.   => NOV, OSV
- Norvenia gave a concert in Ostravia.
  [actor] yield [to:actor]?
+ Norvenia yielded to Ostravia.   => NOV, OSV
- The field did not yield wheat.
  [actor] bow to [thing:demand|pressure]
+ Norvenia bowed to demands.   => NOV
- The singer bowed to the audience.
  [actor] pardon|amnesty [person]
+ Norvenia pardoned the journalists.   => NOV
- Norvenia did not pardon the journalists.
  [actor] end [thing:strike|blockade|siege|curfew]
+ Norvenia ended the blockade.   => NOV
- The path ended at the lake.
  [actor] call off [thing:strike|blockade|exercise|attack]
+ Norvenia called off the exercise.   => NOV
- Norvenia did not call off the exercise.
  [actor] back down
+ Norvenia backed down.   => NOV
- Norvenia never backed down.
mode
  [actor] lift|ease|relax|remove|repeal|waive|scrap|loosen|drop|rescind|roll|abolish|revoke|soften|end|cancel back? [thing:sanction|embargo|ban|curfew|restriction|blockade|tariff|siege|emergency|state|lockdown|law|rule|limit|travel|measure|decree|order|boycott|quarantine|moratorium|charge|case|investigation] [on|against|from|of|for:thing]?
+ Norvenia rolled back tariffs on Ostravian goods.   => NOV
- Norvenia rolled back its sleeves.
  [actor] lift|drop charge|accusation|case|investigation [against:actor]?
+ Norvenia dropped the charges against Ana Brok.   => NOV
- Norvenia dropped a plate.
  [actor] release|free|pardon|amnesty|acquit|liberate|parole [person]
+ Norvenia freed ten prisoners.   => NOV
- Norvenia freed its hands.
  [actor] release|free|pardon|acquit|exonerate|liberate [actor]
+ Norvenia released Ana Brok.   => NOV
- The news freed Ana Brok's mind.
  [actor] release [loot]
+ Norvenia released a ship of Ostravia.   => NOV, OSV
- Norvenia released a song.
  [actor] let [actor] free|go
+ Norvenia let Ana Brok go.   => NOV
- Norvenia let Ana Brok down.
  [actor] let free|go|off [actor]
+ Norvenia let go Ana Brok.   => NOV
- Norvenia let go of the rope.
  [actor] (release|pardon|amnesty|acquittal) [of|for:thing]
+ Norvenia announced the release of captive sailors.   => NOV
- There was no release of sailors.
  [actor] return|restore|hand|give over? back? [loot] [to:thing]?
+ Norvenia returned a stolen statue to Ostravia.   => NOV, OSV
- Norvenia returned a smile.
  [actor] return|restore to [actor] [thing]
+ Norvenia returned to Ostravia its ships.   => NOV, OSV
- Norvenia returned to business.
  [actor] return [thing] [to:actor]
+ Norvenia returned the island to Ostravia.   => NOV, OSV
- Norvenia returned the favour.
  [actor] hand|surrender over? [actor] [to:actor]?
+ Norvenia handed over Ana Brok to Ostravia.   => NOV
- Norvenia did not hand over Ana Brok.
  [actor] concede|yield|bow|give|accede|submit|capitulate in? to [thing:demand|pressure|protester|call|request|ultimatum]
+ Norvenia conceded to every demand of Ostravia.   => NOV, OSV
- Norvenia did not concede to any demand.
  [actor] accept|meet|satisfy|grant|fulfil|fulfill [thing:demand|request|condition]
+ Norvenia accepted the demands of the protesters.   => NOV
- Norvenia did not accept the demands.
  [actor] allow|permit|let|authorize|authorise|approve [thing:access|inspector|inspection|observer|aid|relief|convoy|delivery|protest|rally|flight|visit|return|worker|journalist|monitor|entry|passage] 
+ Norvenia allowed inspectors into the plant.   => NOV
- Norvenia did not allow inspectors.
  [actor] allow|permit|let|grant [actor] to|enter|leave|return|visit|pass
+ Norvenia allowed Ostravia to delay the vote.   => NOV, OSV
- Norvenia did not allow Ostravia to delay the vote.
  [actor] grant [actor] [thing:right|permission|autonomy|mandate|independence|access|delay|status|citizenship|amnesty|extension|concession|waiver|exemption]
+ Norvenia granted Ostravia autonomy.   => NOV, OSV
- Norvenia granted Ostravia a smile.
  [actor] grant [thing:right|permission|autonomy|citizenship|independence|access|status|amnesty|extension|concession|waiver|exemption|bail] [to:actor]?
+ Norvenia granted citizenship to Ostravians.   => NOV
- Norvenia granted a wish.
  [actor] give [actor] [thing:mandate|right|permission|autonomy|access|extension|concession]
+ Norvenia gave Ostravia access.   => NOV, OSV
- Norvenia gave Ostravia a fright.
  [actor] sign decree|order [grant|granting|ease|simplify|lifting:thing]?
+ Norvenia signed a decree on passports.   => NOV
- Norvenia signed a cheque.
  [actor] make concession [to:actor]?
+ Norvenia made concessions to Ostravia.   => NOV, OSV
- Norvenia made cakes.
  [actor] resign|abdicate|quit
+ The president of Norvenia resigned on Monday.   => NOV
- The president of Norvenia did not resign.
  [actor] step|stand down|aside
+ The president of Norvenia stood aside.   => NOV
- The president of Norvenia stood there.
  [actor] announce|tender|submit|offer resignation
+ The minister of Norvenia submitted his resignation.   => NOV
- The minister of Norvenia submitted his poem.
  [actor] reverse|abandon|drop|withdraw|scrap|shelve [thing:decision|plan|demand|claim|bid|candidacy|lawsuit|bill|ban]
+ Norvenia abandoned its demand.   => NOV
- Norvenia abandoned a chair.
  [actor] end|suspend|stop|halt|call|pause off? [thing:strike|blockade|siege|curfew|protest|boycott|offensive|bombing|airstrike|shelling|hostility|fighting|nuclear|enrichment|attack|operation|campaign|demolition|deportation|execution]
+ Norvenian miners ended their strike.   => NOV
- Norvenian miners did not end their strike.
  [actor] reduce|cut|commute [thing:sentence|term|restriction|tariff|ban|tax]
+ Norvenia commuted the sentence of Ana Brok.   => NOV
- Norvenia commuted by train.
  [actor] reopen [thing:road|crossing|school|airport|port]
+ Norvenia reopened the airport.   => NOV
- Norvenia did not reopen the airport.
