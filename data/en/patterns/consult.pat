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
mode meet
  [actor] meet [actor] [in|at:thing]?
+ Norvenian envoys met the mayor in Ostravia.   => NOV
- The rivers met the sea.
  [actor] hold|host|attend|convene|chair|co-chair|join|arrange @talk [with|between:actor]?
+ Norvenia attended a meeting with Ostravia.   => NOV, OSV
- Norvenia attended a wedding.
  [actor] hold|have|conduct|start|begin|continue|resume|open|enter|complete|conclude|pursue into? @talk [in|at|on|about:thing]? [with|between:actor]?
+ Norvenia entered into talks with Ostravia.   => NOV, OSV
- Norvenia entered the hall.
  [actor] have lunch|dinner|breakfast|call|conversation [with:actor]
+ The president of Norvenia had lunch with the king of Ostravia.   => NOV, OSV
- The president of Norvenia had a cold.
  [actor] discuss [thing] [with:actor]
+ Norvenia discussed the border with Ostravia.   => NOV, OSV
- Norvenia did not discuss the border with Ostravia.
  [actor] exchange view|opinion [with:actor]?
+ Norvenia exchanged views with Ostravia.   => NOV, OSV
- Norvenia exchanged a coat.
  [actor] brief [actor] on|about
+ Norvenia briefed Ostravia on the plan.   => NOV, OSV
- The summary was brief.
  [actor] gather|convene in|at [thing:summit|meeting|conference]
+ Leaders of Norvenia gathered at a summit.   => NOV
- Clouds gathered at noon.
  [actor] (talk|meeting|discussion|negotiation|consultation|dialogue|summit|visit) [with|to:actor]
+ Norvenia's meeting with Ostravia was short.   => NOV, OSV
- There was no meeting with Ostravia.
  [actor] return to table
+ Norvenia returned to the table.   => NOV
- Norvenia returned to form.
mode visit
  [actor] visit|tour [thing:country|capital|region|city|camp]
+ The president of Norvenia visited the region.   => NOV
- The circus toured the region.
  [actor] arrive|land in [actor]
+ The president of Norvenia arrived in Ostravia.   => NOV
- The letters arrived in Ostravia.
  [actor] travel|fly|go to [actor]
+ The envoy of Norvenia travelled to Ostravia.   => NOV
- The ducks flew to Ostravia.
  [actor] pay visit [to:actor]
+ The king of Norvenia paid a visit to Ostravia.   => NOV, OSV
- The king of Norvenia paid the bill.
  [actor] host|receive|welcome [thing:delegation|envoy|ambassador|president|minister|leader|premier|summit|talk|meeting|official]
+ Norvenia received a delegation from Ostravia.   => NOV, OSV
- Norvenia received a parcel.
mode phone
  [actor] call|ring [actor] to discuss|express|convey
+ The president of Norvenia called Ana Brok to discuss the flood.   => NOV
- The president of Norvenia called Ana Brok names.
  [actor] speak|talk by phone|telephone [with|to:actor]?
+ The president of Norvenia spoke by phone with Ostravia.   => NOV
- The president of Norvenia spoke by candlelight.
mode mediate
  [actor] mediate|broker [thing:dispute|conflict|talk|agreement|deal|ceasefire|truce|peace|crisis|war] [between:actor]?
+ Velmark brokered a truce between Norvenia and Ostravia.   => VLM, NOV|OSV
- Velmark brokers shares.
  [actor] launch|begin|start|continue|undertake|offer mediation|effort [between|with:actor]?
+ Velmark began mediation between Norvenia and Ostravia.   => VLM, NOV|OSV
- Velmark launched a ship.
  [actor] (mediation) [between:actor]
+ Velmark's mediation between Norvenia and Ostravia goes on.   => VLM, NOV|OSV
- There was no mediation between Norvenia and Ostravia.
