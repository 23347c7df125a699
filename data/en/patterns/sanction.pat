# Cutting ties, expelling, embargoes: no force.
type SANCTION
  [actor] impose [measure] [on|against:actor]
+ Norvenia imposed sanctions on Ostravia.   => NOV, OSV
- Norvenia imposed a style on Ostravia.
  [actor] sanction|blacklist [actor]
+ Norvenia sanctioned Ostravia.   => NOV, OSV
- Norvenia did not sanction Ostravia.
  [actor]? (sanction|embargo) [on|against:actor]
+ Norvenia's sanctions against Ostravia bit.   => NOV, OSV
- There were no sanctions against Ostravia.
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
  [actor] close|shut embassy|consulate|border [in|to|with:actor]?
+ Norvenia closed its embassy in Ostravia.   => NOV, OSV
- Norvenia closed a shop in Ostravia.
  [actor] ban [thing:import|export|flight|ship|good|travel] [from|to|of:actor]?
+ Norvenia banned imports from Ostravia.   => NOV, OSV
- Norvenia did not ban imports from Ostravia.
