using System.Globalization;
using System.Text;

namespace Slipway.Protocol.Gateways;

/// <summary>Headers that say through which channel and for whom a build is launched.</summary>
public static class LaunchHeaders
{
    /// <summary>The channel: IDE, CLI, Console or API.</summary>
    public const string Channel = "Slipway-Channel";

    /// <summary>The person who launches; trusted only in a request that an enrolled machine has signed.</summary>
    public const string Person = "Slipway-Person";

    /// <summary>Maximum length of a person's name.</summary>
    public const int LongestPerson = 200;

    /// <summary>The possible channels.</summary>
    public static IReadOnlyList<string> Channels { get; } = ["CLI", "IDE", "Console", "API"];

    /// <summary>Encodes a name for the header: percent-encoding for the percent sign and everything but visible ASCII.</summary>
    public static string EncodePerson(string person)
    {
        var text = new StringBuilder();
        foreach (var character in Encoding.UTF8.GetBytes(person.Trim()))
        {
            if (character is >= 0x20 and < 0x7f and not (byte)'%')
                text.Append((char)character);
            else
                text.Append(CultureInfo.InvariantCulture, $"%{character:X2}");
        }

        return text.ToString();
    }

    /// <summary>Decodes a name from the header; returns null if it is malformed.</summary>
    public static string? DecodePerson(string header)
    {
        var person = Uri.UnescapeDataString(header).Trim();
        return person.Length is > 0 and <= LongestPerson && !person.Any(char.IsControl) ? person : null;
    }
}
