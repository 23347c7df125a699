# Words of support: praise, backing, recognition, defence in words.
type SUPPORT
  [actor] praise|hail|applaud|commend|congratulate|thank [actor]
+ Norvenia praised Ostravia.   => NOV, OSV
- Norvenia did not praise Ostravia.
  [actor] back|support|endorse|defend [actor]
+ Norvenia backed Ostravia.   => NOV, OSV
- Norvenia backed away from Ostravia.
  [actor] express support|solidarity|gratitude|condolence [for|to|with:actor]
+ Norvenia expressed solidarity with Ostravia.   => NOV, OSV
- Norvenia expressed doubt about Ostravia.
  [actor] voice support|solidarity [for|with:actor]
+ Norvenia voiced support for Ostravia.   => NOV, OSV
- Norvenia voiced alarm over Ostravia.
  [actor] recognize|recognise [actor]
+ Norvenia recognized Ostravia.   => NOV, OSV
- Norvenia does not recognize Ostravia.
  [actor] stand by|with [actor]
+ Norvenia stands by Ostravia.   => NOV, OSV
- The tower stands by the river.
  [actor] side with [actor]
+ Norvenia sided with Ostravia.   => NOV, OSV
- The north side faces Ostravia.
  [actor] apologise|apologize [to:actor]
+ Norvenia apologised to Ostravia.   => NOV, OSV
- Norvenia has not apologised to Ostravia.
  [actor] reaffirm commitment|support [to|for:actor]
+ Norvenia reaffirmed its commitment to Ostravia.   => NOV, OSV
- Norvenia reaffirmed its refusal.
  [actor] join [actor]
+ Ostravia joined Karsonia.   => OSV, KRS
- The river joins the sea.
  [actor] welcome [thing:decision|step|move|deal|agreement|ceasefire|statement|offer] [of|from:actor]?
+ Norvenia welcomed the ceasefire.   => NOV
- Norvenia did not welcome the ceasefire.
