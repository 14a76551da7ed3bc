using System.Diagnostics;
using Slipway.Protocol.Problems;
using Slipway.Server.Blobs;

namespace Slipway.Server;

/// <summary>
/// Named places at which the process ends or throws when <c>SLIPWAY_FAULT=&lt;place&gt;:exit|throw</c> is set, so that tests can
/// interrupt it between two steps that belong together.
/// </summary>
internal static class FaultInjection
{
    /// <summary>An object is complete under its temporary name.</summary>
    public const string BeforeRename = "blob.before_rename";

    /// <summary>An object is in the store, its row is not in the database.</summary>
    public const string BeforeRow = "blob.before_row";

    /// <summary>A row is removed, its object is not.</summary>
    public const string BeforeDelete = "blob.before_delete";

    private static readonly string[] Chosen = Environment.GetEnvironmentVariable("SLIPWAY_FAULT")?.Split(':', 2) ?? [];

    /// <summary>Does the same as <see cref="Reach"/> for an object of the store, except for test objects of health checks.</summary>
    public static void ReachWith(string place, string location)
    {
        if (!location.StartsWith(BlobStoreSelfTest.Probe + "/", StringComparison.Ordinal))
            Reach(place);
    }

    /// <summary>Ends the process or throws if this place is selected.</summary>
    public static void Reach(string place)
    {
        if (Chosen.Length != 2 || Chosen[0] != place)
            return;
        if (Chosen[1] == "exit")
            Process.GetCurrentProcess().Kill();
        throw new ProblemException(GeneralProblems.Failed.At(place, "The variable SLIPWAY_FAULT requested this fault.", "Unset SLIPWAY_FAULT."));
    }
}
