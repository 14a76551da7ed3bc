namespace Slipway.Contract.Tests.Walk;

public sealed class ApiDescriptionTests
{
    [Theory]
    [InlineData("""[]""", "/api/v1/things")]
    [InlineData("""[{ "url": "/" }]""", "/api/v1/things")]
    [InlineData("""[{ "url": "http://127.0.0.1:8484" }]""", "/api/v1/things")]
    [InlineData("""[{ "url": "https://SOME_DOMAIN/api/v1" }, { "url": "https://other" }]""", "/things")]
    [InlineData("""[{ "url": "/api/v1/" }]""", "/things")]
    public void The_path_of_a_server_belongs_to_every_operation(string servers, string path)
    {
        var description = ApiDescription.Parse($$"""{ "servers": {{servers}}, "paths": { "{{path}}": { "get": { "responses": {} } } } }""");
        Assert.Equal(["GET /api/v1/things"], description.Operations.Keys);
    }

    [Fact]
    public void Parameters_of_a_path_are_those_of_its_operations_unless_they_say_otherwise()
    {
        var description = ApiDescription.Parse("""
            { "paths": { "/things": {
                "parameters": [{ "name": "key", "in": "query" }, { "name": "limit", "in": "query" }],
                "get": { "parameters": [{ "name": "key", "in": "query", "required": true }], "responses": {} } } } }
            """);
        var parameters = description.Operations["GET /things"].Parameters;
        Assert.Equal(["query key", "query limit"], parameters.Keys);
        Assert.True(parameters["query key"]["required"]!.GetValue<bool>());
    }
}
