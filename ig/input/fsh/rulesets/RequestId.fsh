RuleSet: RequestId
* insert In(request-id, 1, 1, [[Names this request: the same id with the same content is done once and gets the same answer, however often it is sent. At most 64 characters.]])
* insert Type(string)
