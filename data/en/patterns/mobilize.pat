# Showing or moving force without using it.
type MOBILIZE
mode troops
  [actor] deploy|send|move|dispatch [force] [to|in|near|into|along:actor]?
+ Norvenia deployed troops to Ostravia.   => NOV, OSV
- Norvenia deployed a website.
  [actor] mass|amass|station|mobilize|mobilise [force] [near|on|along|in:actor]?
+ Norvenia massed troops near Ostravia.   => NOV, OSV
- Norvenia did not mass troops near Ostravia.
  [actor] build up [force]
+ Norvenia built up its forces.   => NOV
- Norvenia built up its library.
  [actor]? (buildup|deployment) [of:force] [near|to|in:actor]?
+ A buildup of Norvenian troops near Ostravia worried Velmark.   => NOV, OSV
- A buildup of ice closed the port of Norvenia.
  [actor] (buildup|deployment|mobilization) [near|to|in:actor]?
+ The Norvenian deployment to Ostravia ended.   => NOV, OSV
- There was no Norvenian deployment to Ostravia.
  [actor] mobilize|mobilise
+ Norvenia mobilized.   => NOV
- Norvenia never mobilized.
  [actor] put [force] on alert
+ Norvenia put its troops on alert.   => NOV
- Norvenia put its bakers on shift.
  [actor] reinforce|strengthen [thing:border|troop|force|position|garrison]
+ Norvenia reinforced its border.   => NOV
- Norvenia reinforced a bridge.
  [actor] hold|conduct|begin|stage|start|launch exercise|drill|manoeuvre|maneuver
+ Norvenia began exercises.   => NOV
- Norvenia began a debate.
mode weapons
  [actor] test missile|rocket|warhead
+ Norvenia tested a missile.   => NOV
- Norvenia tested a vaccine.
mode police
  [actor] impose|declare curfew|emergency|law
+ Norvenia declared a curfew.   => NOV
- Norvenia declared a holiday.
