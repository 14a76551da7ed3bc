using Slipway.Contract.Tests.Walk;

namespace Slipway.Contract.Tests.Served;

public sealed class ServedDescriptionTests
{
    private const string Builds = "/api/native-mobile-builds/v1/build-operations";
    private const string Configurations = "/api/native-mobile-builds/v1/environments/{environmentKey}/applications/{applicationKey}/configurations/";

    /// <summary>Failures that the contract leaves to the reader: bodies and keys that are malformed, scopes that a token lacks.</summary>
    private static readonly string[] Beyond =
    [
        $"Extra: POST {Builds}: response 400",
        $"Extra: GET {Builds}/{{operationKey}}/log-messages 400: content application/json",
        $"Extra: POST {Builds}/version-suggestions 400: content application/json",
        .. from operation in new[] { "android", "ios", "extensibility-settings" }
           from method in new[] { "GET", "PATCH" }
           from status in new[] { 400, 403 }
           select $"Extra: {method} {Configurations}{operation}: response {status}",
        "Extra: GET /api/native-mobile-builds/v1/native-builder-versions: response 403",
    ];

    public static TheoryData<string> Documents => ContractDocuments.All;

    [Theory, MemberData(nameof(Documents))]
    public async Task The_service_serves_every_word_of_the_contract_and_tells_of_more_failures_only(string document)
    {
        var served = await ServedDescription.ReadAsync(TestContext.Current.CancellationToken);
        var differences = ContractWalk.Compare(ContractDocuments.Read(document), served).Select(d => d.ToString());
        Assert.Equal(Beyond.Order(StringComparer.Ordinal), differences.Order(StringComparer.Ordinal));
    }
}
