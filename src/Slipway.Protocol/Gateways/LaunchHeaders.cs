using System.Globalization;
using System.Text;

namespace Slipway.Protocol.Gateways;

/// <summary>Headers that say where a launch comes from, and for whom it is made.</summary>
public static class LaunchHeaders
{
    /// <summary>IDE, CLI, Console or API.</summary>
    public const string Channel = "Slipway-Channel";

    /// <summary>The person; believed only from a server that proves itself.</summary>
    public const string Person = "Slipway-Person";

    /// <summary>The most characters of a person's name.</summary>
    public const int LongestPerson = 200;

    /// <summary>What a channel can be.</summary>
    public static IReadOnlyList<string> Channels { get; } = ["CLI", "IDE", "Console", "API"];

    /// <summary>A name as the header carries it: what is not visible ASCII, and the percent sign, is percent-encoded.</summary>
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

    /// <summary>A name from the header; null when it is none.</summary>
    public static string? DecodePerson(string header)
    {
        var person = Uri.UnescapeDataString(header).Trim();
        return person.Length is > 0 and <= LongestPerson && !person.Any(char.IsControl) ? person : null;
    }
}
