# Cutting ties, expelling, embargoes: no force.
type SANCTION
mode expel
  [actor] expel [thing:diplomat|ambassador|envoy|attache|journalist|official] [from|of:actor]?
+ Norvenia expelled a diplomat of Ostravia.   => NOV, OSV
- The school expelled a pupil.
  [actor] recall ambassador|envoy [from|to:actor]?
+ Norvenia recalled its ambassador from Ostravia.   => NOV, OSV
- Norvenia recalled its youth.
mode discontinue
  [actor] cut|sever|suspend|break tie|relation|aid|trade|cooperation [with|to:actor]
+ Norvenia severed ties with Ostravia.   => NOV, OSV
- Norvenia cut a ribbon with Ostravia.
  [actor] halt|stop|suspend [thing:aid|export|import|delivery|trade|flight|payment] [to|with|from:actor]?
+ Norvenia halted exports to Ostravia.   => NOV, OSV
- Norvenia did not halt exports to Ostravia.
  [actor] freeze asset [of:actor]?
+ Norvenia froze the assets of Ostravia.   => NOV, OSV
- The lake froze in Norvenia.
  [actor] close|shut embassy|consulate [in|to|with:actor]?
+ Norvenia closed its embassy in Ostravia.   => NOV, OSV
- Norvenia closed a shop in Ostravia.
  [actor] ban [thing:import|export|flight|ship|good|travel] [from|to|of:actor]?
+ Norvenia banned imports from Ostravia.   => NOV, OSV
- Norvenia did not ban imports from Ostravia.
mode expel
  [actor] expel|recall|withdraw|oust [thing:diplomat|ambassador|envoy|attache|journalist|official|consul|charge|staff|delegation|representative|peacekeeper|observer|inspector|mission|expert] [from|of|in|to|over:thing]?
+ Norvenia withdrew its envoy from Ostravia.   => NOV, OSV
- Norvenia withdrew its remark.
  [actor] oust|suspend|exclude [actor] [from:thing]?
+ The union suspended Norvenia.   => -, NOV
- The fog suspended boats.
  [actor] declare [actor] persona
+ Norvenia declared Ana Brok persona non grata.   => NOV
- Norvenia declared Ana Brok the winner.
mode discontinue
  [actor] cut|sever|suspend|break|end|terminate|downgrade|freeze|halt|reduce|curtail|scale off? back? [thing:tie|relation|aid|trade|cooperation|assistance|link|contact|support|funding|program|programme|delivery|shipment|supply|partnership|membership|service|loan|sale|payment|contract] [with|to|from|between|for|in:thing]?
+ Norvenia suspended military aid to Ostravia.   => NOV, OSV
- Norvenia suspended a lamp.
  [actor] suspend|end|halt|stop|break|freeze|abandon off? [thing:talk|negotiation|dialogue|mediation|effort|participation|mission|discussion] [with|between|in:thing]?
+ Norvenia suspended its talks with Ostravia.   => NOV, OSV
- Norvenia suspended its laughter.
  [actor] withdraw|exit|leave|quit|pull|renounce out? [from|of:thing]? treaty|agreement|accord|deal|pact|organization|organisation|union|alliance|council|court|coalition
+ Norvenia quit the treaty.   => NOV
- Norvenia quit smoking.
  [actor] withdraw|pull out? [from|of:accord]
+ Norvenia withdrew from the treaty.   => NOV
- Norvenia withdrew from the race.
  [actor] halt|stop|suspend|cut|block|ban|cancel [thing:aid|export|import|delivery|trade|flight|payment|supply|gas|shipment|sale|funding|purchase|order|visa|oil|electricity|water] [to|with|from|of|for|in:thing]?
+ Norvenia stopped the flights to Ostravia.   => NOV, OSV
- Norvenia stopped the clock.
  [actor] withhold|deny|slash [thing:aid|payment|fund|funding|assistance|support|dues|loan] [to|from|for:actor]?
+ Norvenia withheld funds from Ostravia.   => NOV, OSV
- Norvenia withheld applause.
  [actor] close|shut|vacate|evacuate down? [thing:embassy|consulate|mission|office] [in|to|of:thing]?
+ Norvenia shut its embassy in Ostravia.   => NOV, OSV
- Norvenia shut its eyes.
  [actor] withdraw|strip|revoke|cancel [thing:recognition|support|status|credential|membership|invitation|contract|deal|order] [of|from|for|to:actor]?
+ Norvenia withdrew its support for Ostravia.   => NOV, OSV
- Norvenia cancelled breakfast.
  [actor] (suspension|severance|withdrawal|expulsion) [of|from:thing]
+ Norvenia announced the suspension of aid to Ostravia.   => NOV
- There was no suspension of aid.
