using System.Text.Json.Nodes;
using Slipway.Contract.Tests.Walk;

namespace Slipway.Contract.Tests;

/// <summary>The descriptions that the walk compares.</summary>
internal static class ContractDocuments
{
    private const string OwnName = "native-mobile-builds-v1.json";

    /// <summary>Names the file of another description of the same interface, to walk it, too.</summary>
    private const string OtherVariable = "SLIPWAY_CONTRACT";

    /// <summary>Ours, and another one when the environment names it.</summary>
    public static TheoryData<string> All
    {
        get
        {
            var names = new TheoryData<string> { OwnName };
            if (Environment.GetEnvironmentVariable(OtherVariable) is { Length: > 0 } other)
                names.Add(other);
            return names;
        }
    }

    public static ApiDescription Own => new(OwnRoot());

    public static ApiDescription Read(string name) => name == OwnName ? Own : ApiDescription.Parse(File.ReadAllText(name));

    /// <summary>Ours, to be changed.</summary>
    public static JsonObject OwnRoot()
    {
        using var stream = typeof(ContractDocuments).Assembly.GetManifestResourceStream(OwnName)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
