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

    public void Dispose()
    {
        Lab.Reset();
        GC.SuppressFinalize(this);
    }
}
