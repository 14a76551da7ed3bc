namespace Slipway.Connectivity.Tests.Ways;

/// <summary>A scenario begins and ends with a network in which everything may be reached.</summary>
[Collection(LabCollection.Name)]
public abstract class Scenario : IDisposable
{
    protected Scenario(Lab lab)
    {
        Lab = lab;
        lab.Reset();
    }

    protected Lab Lab { get; }

    /// <summary>Nothing is refused yet.</summary>
    protected void OpenBefore(string node) => Are("open", node, Targets.All);

    /// <summary>Connections to all of the targets end in the same way.</summary>
    protected void Are(string expected, string node, params string[] targets) =>
        Assert.All(targets.Zip(Lab.Reach(node, targets)), pair => Assert.Equal((pair.First, expected), pair));

    public void Dispose()
    {
        Lab.Reset();
        GC.SuppressFinalize(this);
    }
}
