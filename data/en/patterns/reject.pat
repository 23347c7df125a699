# Saying no: refusals, vetoes, talks broken off.
type REJECT
  [actor] reject|dismiss|rebuff|veto|oppose [proposal]? [of|from:actor]?
+ Norvenia rejected a proposal from Ostravia.   => NOV, OSV
- Norvenia did not reject a proposal from Ostravia.
  [actor] refuse|decline to
+ Norvenia refused to talk.   => NOV
- Norvenia did not refuse to talk.
  [actor] say|tell no to [actor]
+ Norvenia said no to Ostravia.   => NOV, OSV
- Norvenia said nothing to Ostravia.
  [actor] tell [actor] no
+ Norvenia told Ostravia "no".   => NOV, OSV
- Norvenia told Ostravia the news.
  [actor] see no reason|point|need to|in
+ Norvenia sees no reason to resume talks.   => NOV
- Norvenia sees good reason to resume talks.
  [actor] not see reason|point|need to|in
+ Norvenia did not see reason to resume talks.   => NOV
- Norvenia saw reason to resume talks.
  [actor] break|call|cut off talk|negotiation|tie|relation [with:actor]?
+ Norvenia broke off talks with Ostravia.   => NOV, OSV
- A branch broke off in Norvenia.
  [actor] rule out [thing:talk|deal|concession|compromise|negotiation|ceasefire]
+ Norvenia ruled out talks.   => NOV
- Norvenia did not rule out talks.
  [actor] walk out [of|from:thing]
+ Norvenia walked out of the talks.   => NOV
- Norvenia did not walk out of the talks.
  [actor] turn down [thing]
+ Norvenia turned down an offer.   => NOV
- Norvenia did not turn down an offer.
  [actor] defy|ignore [actor]
+ Norvenia defied Ostravia.   => NOV, OSV
- Norvenia did not defy Ostravia.
  [actor]? (refusal|rejection) to|of
+ Norvenia's refusal to talk angered Ostravia.   => NOV
- There was no refusal to talk.
  [actor] boycott [thing]
+ Norvenia boycotted the summit.   => NOV
- Norvenia never boycotted the summit.
