namespace Slipway.Deploy.Tests;

/// <summary>An app for the tests of what devices install from.</summary>
internal static class SampleApp
{
    public static InstallAddresses Addresses { get; } = new(new Uri("https://apps.example.com/f%C3%BCr%20alle/"), "notes 1");

    public static InstallableApp App { get; } = new()
    {
        Name = "Field Notes",
        Id = "dev.slipway.fieldnotes",
        VersionName = "1.4.0",
        BundleVersion = "10400",
        MinimumOs = "15.0",
        ForPhones = true,
        ForPads = true,
        ForListedDevices = true,
    };
}
