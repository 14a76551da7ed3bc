namespace Slipway.Connectivity.Tests;

/// <summary>One network for all scenarios, which take turns.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LabCollection : ICollectionFixture<Lab>
{
    public const string Name = "lab";
}
