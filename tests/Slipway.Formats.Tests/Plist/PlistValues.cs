using CsCheck;
using Slipway.Formats.Plist;

namespace Slipway.Formats.Tests.Plist;

/// <summary>Values that both forms can express.</summary>
internal static class PlistValues
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String["abc .$_-/<&>\"'\r\n\t]]>"],
        Gen.String["äß€\u4e2d\u2028\ufffd"],
        Gen.String[Gen.Char['a', 'z'], 14, 17],
        Gen.Const("\ud83d\ude00"));

    private static readonly Gen<PlistValue> Leaf = Gen.OneOf<PlistValue>(
        Text.Select(PlistValue (text) => new PlistString(text)),
        Gen.Bool.Select(PlistValue (value) => new PlistBoolean(value)),
        Gen.Long.Select(PlistValue (value) => new PlistInteger(value)),
        Gen.ULong.Select(PlistValue (value) => new PlistInteger(value)),
        Gen.Int[-300, 300].Select(PlistValue (value) => new PlistInteger(value)),
        Gen.Double.Select(PlistValue (value) => new PlistReal(value)),
        Gen.Long[-60_000_000_000, 250_000_000_000].Select(PlistValue (value) => new PlistDate(DateTimeOffset.UnixEpoch.AddSeconds(value))),
        Gen.Byte.Array[0, 200].Select(PlistValue (bytes) => new PlistData(bytes)),
        Gen.ULong.Select(PlistValue (value) => new PlistUid(value)));

    /// <summary>Any value.</summary>
    public static readonly Gen<PlistValue> Any = Gen.Recursive<PlistValue>((depth, inner) => depth > 4 ? Leaf : Gen.Frequency(
        (4, Leaf),
        (1, inner.Array[0, 17].Select(PlistValue (items) => new PlistArray(items))),
        (2, Gen.Select(Text, inner).Array[0, 17].Select(PlistValue (pairs) =>
            new PlistDictionary(pairs.DistinctBy(pair => pair.Item1).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)))))));

    /// <summary>One value of every kind.</summary>
    public static readonly PlistDictionary Every = new(new Dictionary<string, PlistValue>
    {
        ["empty"] = new PlistDictionary(),
        ["none"] = new PlistArray(),
        ["text"] = new PlistString("a & b <c> \"d\" 'e' äß\ud83d\ude00"),
        ["nothing"] = new PlistString(""),
        ["spaces"] = new PlistString("  "),
        ["yes"] = new PlistBoolean(true),
        ["no"] = new PlistBoolean(false),
        ["zero"] = new PlistInteger(0),
        ["byte"] = new PlistInteger(255),
        ["short"] = new PlistInteger(65535),
        ["int"] = new PlistInteger(4294967295),
        ["long"] = new PlistInteger(long.MaxValue),
        ["half"] = new PlistReal(0.5),
        ["date"] = new PlistDate(new DateTimeOffset(2024, 2, 29, 23, 59, 58, TimeSpan.Zero)),
        ["data"] = new PlistData(Enumerable.Range(0, 200).Select(i => (byte)i).ToArray()),
        ["list"] = new PlistArray([new PlistString("one"), new PlistArray(new PlistString("one"), new PlistBoolean(true))]),
        ["inner"] = new PlistDictionary(new Dictionary<string, PlistValue> { ["text"] = new PlistInteger(-1) }),
    });
}
