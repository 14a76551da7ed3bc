using System.Text.Json.Nodes;

namespace Slipway.Contract.Tests.Walk;

public sealed class ContractWalkTests
{
    private const string Builds = "/api/native-mobile-builds/v1/build-operations";

    public static TheoryData<string> Documents => ContractDocuments.All;

    [Theory, MemberData(nameof(Documents))]
    public void Our_description_says_no_less_than_this_one(string document) =>
        Assert.Empty(ContractWalk.Compare(ContractDocuments.Read(document), ContractDocuments.Own));

    [Theory, MemberData(nameof(Documents))]
    public void Our_description_says_no_more_than_this_one(string document)
    {
        var own = ContractDocuments.OwnRoot();
        foreach (var method in own["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(method => method.Value!.AsObject()))
            method.Remove("x-rate-limit-per-minute");
        Assert.Empty(ContractWalk.Compare(new ApiDescription(own), ContractDocuments.Read(document)));
    }

    [Fact]
    public void There_are_thirteen_operations() => Assert.Equal(13, ContractDocuments.Own.Operations.Count);

    // What was taken out of the expected document is extra in the served one, and what was put in is missing.
    [Theory]
    [InlineData("components.schemas.ProblemDetails.properties", "title", null, "Extra: ProblemDetails: property title")]
    [InlineData("components.schemas.BuildOperationResult.properties", "queue", """{ "type": "string" }""", "Missing: BuildOperationResult: property queue")]
    [InlineData("components.schemas.BuildStatus.enum", "0", "\"Queued\"", "Different: BuildStatus: list of values is Building|Error|Finished|Shielding|Validating|Waiting, not Building|Error|Finished|Queued|Shielding|Validating")]
    [InlineData("components.schemas.Metadata.required", "0", "\"value\"", "Extra: Metadata: required key")]
    [InlineData("components.schemas.Metadata.properties.key", "nullable", null, "Different: Metadata.key: nullable is True, not False")]
    [InlineData("components.schemas.Metadata", "additionalProperties", null, "Different: Metadata: open to other properties is False, not True")]
    [InlineData("components.schemas.SecretConfig.properties.value", "readOnly", null, "Different: SecretConfig.value: read-only is True, not False")]
    [InlineData("components.schemas.NativeBuilderVersion.properties.endOfLifeDate", "format", "\"date-time\"", "Different: NativeBuilderVersion.endOfLifeDate: format is date, not date-time")]
    [InlineData("components.schemas.NativeBuildVersions.properties.mobileVersionCode", "type", "\"number\"", "Different: NativeBuildVersions.mobileVersionCode: type is integer, not number")]
    [InlineData("components.schemas.NativeBuildVersions.properties.mobileVersionCode", "minimum", "1", "Different: NativeBuildVersions.mobileVersionCode: limit is nothing, not minimum=1")]
    [InlineData("components.schemas.NativeBuilderVersionListResponse.properties.results.items", "$ref", "\"#/components/schemas/Metadata\"", "Missing: Metadata: required key")]
    [InlineData("components.parameters.operationKey", "required", null, "Different: GET " + Builds + "/{operationKey} path operationKey: required is True, not False")]
    [InlineData("components.parameters.limit.schema", "format", "\"int64\"", "Different: GET " + Builds + " query limit: format is int32, not int64")]
    [InlineData("components.parameters.limit", "in", "\"header\"", "Missing: GET " + Builds + ": parameter header limit")]
    [InlineData("paths./build-operations.get", "operationId", "\"List\"", "Different: GET " + Builds + ": operation id is GET_BuildOperations_List, not List")]
    [InlineData("paths./build-operations.post", "x-rate-limit-per-minute", "6", "Different: POST " + Builds + ": limit in a minute is 5, not 6")]
    [InlineData("paths./build-operations.post.responses", "404", null, "Extra: POST " + Builds + ": response 404")]
    [InlineData("paths./build-operations.post.responses", "202", """{ "description": "" }""", "Missing: POST " + Builds + ": response 202")]
    [InlineData("paths./build-operations.post.responses.201.content.application/json", "schema", null, "Different: POST " + Builds + " 201 application/json: the schema is present, not absent")]
    [InlineData("paths./build-operations.post.responses.201", "content", null, "Extra: POST " + Builds + " 201: content application/json")]
    [InlineData("paths./build-operations.post.requestBody", "required", "true", "Different: POST " + Builds + " body: required is False, not True")]
    [InlineData("paths./build-operations.post.requestBody.content", "application/*+json", null, "Extra: POST " + Builds + " body: content application/*+json")]
    [InlineData("paths./build-operations", "put", """{ "operationId": "Put", "responses": {} }""", "Missing: PUT " + Builds + ": the operation")]
    public void A_change_of_what_is_expected_is_found(string owner, string key, string? value, string difference)
    {
        var expected = ContractDocuments.OwnRoot();
        Change(Find(expected, owner), key, value is null ? null : JsonNode.Parse(value));
        var differences = ContractWalk.Compare(new ApiDescription(expected), ContractDocuments.Own).Select(d => d.ToString()).ToList();
        Assert.Contains(difference, differences);
        // A parameter that several operations share, or another schema altogether, differs in several places; all else in one.
        if (!owner.Contains("parameters", StringComparison.Ordinal) && !owner.EndsWith("items", StringComparison.Ordinal))
            Assert.Single(differences);
    }

    [Fact]
    public void Operations_besides_the_expected_ones_are_welcome()
    {
        var expected = ContractDocuments.OwnRoot();
        Find(expected, "paths").AsObject().Remove("/native-builder-versions");
        Assert.Empty(ContractWalk.Compare(new ApiDescription(expected), ContractDocuments.Own));
    }

    private static JsonNode Find(JsonObject root, string path) => path.Split('.').Aggregate((JsonNode)root, (node, part) => node[part]!);

    private static void Change(JsonNode owner, string key, JsonNode? value)
    {
        if (owner is JsonArray list)
            list[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)] = value;
        else if (value is null)
            Assert.True(owner.AsObject().Remove(key));
        else
            owner[key] = value;
    }
}
