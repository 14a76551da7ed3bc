using System.CommandLine;

namespace Slipway.Cli;

/// <summary>A verb that the native program does not contain, because it needs the web framework.</summary>
/// <param name="Name">What users type.</param>
/// <param name="Description">Its line in the help.</param>
/// <param name="Argument">The name of its argument, which the help shows; null if it has none.</param>
internal sealed record RuntimeVerb(string Name, string Description, string? Argument = null)
{
    /// <summary>Returns a command with this name and description, and without argument and options.</summary>
    public Command Create() => new(Name, Description);
}

/// <summary>The verbs that only the program on the .NET runtime contains.</summary>
internal static class RuntimeVerbs
{
    public static readonly RuntimeVerb Serve = new("serve", "Run the service, with a worker on this machine.");
    public static readonly RuntimeVerb Worker = new("worker", "Run builds of a service on this machine.");
    public static readonly RuntimeVerb Admin = new("admin", "Administer a service on the machine that it runs on.");
    public static readonly RuntimeVerb Backup = new("backup", "Back up the data of a service, even while it runs.");
    public static readonly RuntimeVerb Restore = new("restore", "Restore the data folder of a service from a backup.");
    public static readonly RuntimeVerb Gateway = new("gateway", "Run the proxy through which a locked-down network reaches the service and nothing else.");
    public static readonly RuntimeVerb FirewallFeed = new("feed", "Publish lists at signed URLs, for devices that fetch them.", "file");
}
