# Who meets or talks with whom.
type CONSULT
mode meet
  [actor] meet [with:actor]
+ The president of Norvenia met with the president of Ostravia.   => NOV, OSV
- Norvenia did not meet with Ostravia.
  [actor] meet [actor]
+ Norvenia met Ostravia in the harbour.   => NOV, OSV
- The project met the deadline.
  [actor] hold|lead|conduct|begin|start|open|resume|have talk|meeting|discussion|negotiation|consultation|summit|dialogue [with:actor]?
+ Norvenia held talks with Ostravia.   => NOV, OSV
- Norvenia refused to hold talks with Ostravia.
  [actor] sit down [with:actor]
+ Norvenia sat down with Ostravia.   => NOV, OSV
- The lamp sat down with a thud.
  [actor] negotiate|confer|consult [with:actor]
+ Norvenia negotiated with Ostravia.   => NOV, OSV
- Norvenia never negotiated with Ostravia.
  (talk|meeting|discussion|negotiation|summit|consultation) [between:actor]
+ The talks between Norvenia and Ostravia lasted two days.   => NOV, OSV
- There were no talks between Norvenia and Ostravia.
  [actor]? (talk|meeting|discussion|negotiation|consultation) [with:actor]
+ Talks with Ostravia ended late.   => -, OSV
- There were no talks with Ostravia.
mode visit
  [actor] visit [actor]
+ The president of Norvenia visited Ostravia.   => NOV, OSV
- Tourists visit the museum.
  [actor] host|receive|welcome [actor]
+ Norvenia hosted Ostravia.   => NOV, OSV
- The stadium hosted a match.
mode phone
  [actor] speak|talk [with|to:actor]
+ The president of Norvenia spoke with the president of Ostravia.   => NOV, OSV
- The results speak for themselves.
  [actor] phone|telephone [actor]
+ Norvenia phoned Ostravia.   => NOV, OSV
- He telephoned the bakery.
mode mediate
  [actor] mediate [between:actor]
+ Velmark mediated between Norvenia and Ostravia.   => VLM, NOV|OSV
- Nobody mediated between Norvenia and Ostravia.
