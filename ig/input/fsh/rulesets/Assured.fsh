RuleSet: Assured(path, source)
* {path}.extension[assurance].valueCode = #{source}
