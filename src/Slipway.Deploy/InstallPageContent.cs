namespace Slipway.Deploy;

/// <summary>The content of an installation page.</summary>
/// <param name="Name">Name of the app.</param>
/// <param name="Version">Its version.</param>
/// <param name="Link">What the button opens.</param>
/// <param name="Facts">Names and values that the page lists.</param>
/// <param name="Hint">What the user does next.</param>
/// <param name="Icon">PNG of 180 pixels.</param>
/// <param name="Code">QR code of the page's own address.</param>
internal sealed record InstallPageContent(
    string Name, string Version, string Link, IReadOnlyList<(string Name, string Value)> Facts, string Hint, ReadOnlyMemory<byte> Icon, QrCode Code);
