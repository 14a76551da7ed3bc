using System.Text.Json.Nodes;

namespace Slipway.Contract.Tests.Walk;

public sealed class SchemaShapeTests
{
    private const string Kind = """{ "enum": ["Small", "Large"] }""";

    [Theory]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Kind" }], "nullable": true }""")]
    [InlineData("""{ "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/Kind" }] }""")]
    [InlineData("""{ "anyOf": [{ "$ref": "#/components/schemas/Kind" }, { "type": "null" }], "description": "of what size" }""")]
    public void A_name_that_may_be_null_is_written_in_many_ways(string schema)
    {
        var shape = Read(schema);
        Assert.True(shape.Nullable);
        Assert.Equal("Kind", shape.Name);
        Assert.Equal("string", shape.Type);
        Assert.Equal("Large|Small", shape.Values);
    }

    [Theory]
    [InlineData("""{ "type": "integer", "format": "int32", "nullable": true }""")]
    [InlineData("""{ "type": ["integer", "null"], "format": "int32" }""")]
    [InlineData("""{ "type": ["null", "integer"], "format": "int32" }""")]
    public void A_number_that_may_be_null_is_written_in_two_ways(string schema)
    {
        var shape = Read(schema);
        Assert.True(shape.Nullable);
        Assert.Null(shape.Name);
        Assert.Equal("integer", shape.Type);
        Assert.Equal("int32", shape.Format);
    }

    [Fact]
    public void A_number_that_may_be_a_string_is_another_type() => Assert.Equal("integer|string", Read("""{ "type": ["integer", "string"] }""").Type);

    [Fact]
    public void A_list_of_values_with_null_may_be_null() => Assert.True(Read("""{ "enum": ["Small", null] }""").Nullable);

    [Fact]
    public void A_choice_of_two_is_neither_of_them() =>
        Assert.Equal("oneOf of 2", Read("""{ "oneOf": [{ "type": "string" }, { "$ref": "#/components/schemas/Kind" }] }""").Type);

    [Fact]
    public void Parts_of_a_whole_are_put_together()
    {
        var shape = Read("""{ "allOf": [{ "$ref": "#/components/schemas/Kind" }, { "type": "string", "maxLength": 9 }] }""");
        Assert.Null(shape.Name);
        Assert.Equal("Large|Small", shape.Values);
        Assert.Equal("maxLength=9", shape.Limit);
    }

    [Fact]
    public void A_reference_with_more_beside_it_has_no_name() =>
        Assert.Null(Read("""{ "allOf": [{ "$ref": "#/components/schemas/Kind" }], "maxLength": 9 }""").Name);

    [Theory]
    [InlineData("""{ "$ref": "#/components/schemas/Nothing" }""")]
    [InlineData("""{ "$ref": "#/components/schemas/Circle" }""")]
    [InlineData("""{ "$ref": "other.json#/Kind" }""")]
    public void A_reference_that_cannot_be_followed_is_an_error(string schema) => Assert.Throws<FormatException>(() => Read(schema));

    private static SchemaShape Read(string schema)
    {
        var document = ApiDescription.Parse($$"""{ "paths": {}, "components": { "schemas": { "Kind": {{Kind}}, "Circle": { "$ref": "#/components/schemas/Circle" } } } }""");
        return SchemaShape.Read(document, JsonNode.Parse(schema)!);
    }
}
