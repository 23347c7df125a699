# Saying no: refusals, vetoes, talks broken off.
type REJECT
  [actor] reject|dismiss|rebuff|veto|oppose !@charge [proposal]? [of|from:actor]?
+ Norvenia rejected a proposal from Ostravia.   => NOV, OSV
- Norvenia did not reject a proposal from Ostravia.
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
mode
  [actor] reject|dismiss|rebuff|veto|oppose|refuse|decline|deny [proposal] [of|from|by|for|to:thing]?
+ Norvenia rejected a call from Ostravia.   => NOV, OSV
- Norvenia rejected none.
  [actor] reject|rebuff|veto|oppose|spurn|overrule|overturn [other:@charge|notion|idea]
+ Norvenia rejected the vote.   => NOV
- Norvenia rejected accusations of fraud.
  [actor] refuse|decline to !comment|say|discuss|elaborate|answer|speculate|identify|name|respond|give|speak|disclose|confirm|rule|provide|be|specify|reveal|talk|divulge [to|with|from|of|on|in:actor]?
+ Norvenia refused to lend boats to Ostravia.   => NOV
- Norvenia declined to comment.
  [actor] refuse to respond|give|provide|talk|negotiate|discuss|speak [to|with|from:actor]
+ Norvenia refused to give the files to Ostravia.   => NOV, OSV
- Norvenia did not refuse to give the files to Ostravia.
  [actor] not lift|end|allow|accept|permit|recognize|recognise|sign|ratify|attend|join|withdraw|release|return|negotiate|resign|begin|grant|compromise|concede|yield|surrender|approve|resume|stop|abandon|tolerate|apologize|apologise|extend [thing]?
+ Norvenia will not attend the fair.   => NOV
- Norvenia will attend the fair.
  [actor] not give [actor]? [thing:permission|approval|consent|access|up] [to|for:thing]?
+ Norvenia never gave permission for a march.   => NOV
- Norvenia gave permission for the march.
  [actor] fail to reach|agree|sign|ratify|resolve [with|on:actor]?
+ Norvenia failed to agree with Ostravia.   => NOV, OSV
- Norvenia failed to laugh.
  [actor] not reach agreement|deal|consensus|compromise [with:actor]?
+ Norvenia did not reach a deal with Ostravia.   => NOV, OSV
- Norvenia did not reach the sea.
  [actor] cancel|postpone|scrap|call off? [thing:visit|trip|meeting|talk|summit|tour|negotiation|appearance] [to|with:actor]?
+ Norvenia cancelled its visit to Ostravia.   => NOV, OSV
- Norvenia cancelled the picnic.
  [actor] deny [actor] [thing:entry|visa|access|permission|request|asylum|right|bail]
+ Norvenia denied Ostravia access.   => NOV, OSV
- Norvenia denied Ostravia nothing.
  [actor] deny|refuse [thing:entry|visa|access|permission|request|asylum|bail|appeal] [to|for:actor]?
+ Norvenia denied entry to Ana Brok.   => NOV
- Norvenia denied the rumour.
  [actor] uphold [thing:ban|sentence|verdict|conviction|decision|ruling]
+ A Norvenian court upheld the ban.   => NOV
- A Norvenian court upheld no ban.
  [actor] block|obstruct|hinder|impede|thwart [thing:resolution|talk|aid|effort|bid|deal|agreement|access|accession|entry|statement|inspection|sale|merger|move|convoy|delivery]
+ Norvenia blocked the resolution.   => NOV
- Snow blocked the resolution.
  [actor] vote against|down [thing]
+ Norvenia voted against the treaty.   => NOV
- Norvenia voted early.
  [actor] refuse [thing:talk|dialogue|mediation|negotiation|offer|aid|help|refugee] [with|from|of:actor]?
+ Norvenia has refused talks with Ostravia.   => NOV, OSV
- Norvenia did not refuse talks.
  [actor] rule out [other:attack|strike|force|deployment|war|invasion|action|option|sabotage|intervention]
+ Norvenia ruled out a truce.   => NOV
- Norvenia ruled out an attack.
  [actor]? (refusal|rejection) to|of|by
+ Norvenia's refusal of the plan was firm.   => NOV
- There was no refusal of the plan.
  [actor] resist|defy|flout|ignore [thing:call|order|demand|pressure|resolution|appeal|request|ban|ruling|ultimatum|curfew]
+ Norvenia ignored the appeal of Ostravia.   => NOV, OSV
- Norvenia ignored the bell.
  [actor] walk out|away [of|from:thing]?
+ Norvenia walked away from the talks.   => NOV
- The dog walked away.
  [actor] pull|back|withdraw|quit|exit out? [of|from:thing]? talk|negotiation|summit|conference
+ Norvenia quit the talks.   => NOV
- Norvenia quit the choir.
