using CsCheck;
using Slipway.Formats.Arsc;
using Slipway.Formats.Axml;
using Slipway.Formats.Tests.Arsc;

namespace Slipway.Formats.Tests.Axml;

public class AxmlTests
{
    [Fact]
    public void Every_document_of_real_packages_survives_reading_and_writing()
    {
        var documents = 0;
        foreach (var apk in NpmPackages.Apks())
        {
            foreach ((var name, var bytes) in RealPackages.Entries(apk, name => name.EndsWith(".xml", StringComparison.Ordinal)))
            {
                if (bytes is [3, 0, ..])
                {
                    var first = AxmlReader.Read(bytes);
                    Assert.True(Text(first) == Text(AxmlReader.Read(AxmlWriter.Write(first))), name);
                    documents++;
                }
            }
        }

        Assert.True(documents > 100, $"only {documents} documents");
    }

    [Fact]
    public void Real_manifests_have_the_elements_and_attributes_that_aapt2_reads()
    {
        foreach (var apk in RealPackages.Paths)
        {
            var manifest = AxmlReader.Read(RealPackages.Entries(apk, name => name == "AndroidManifest.xml").Single().Bytes);
            string[] theirs = [.. RealPackages.Aapt2("dump", "xmltree", apk, "--file", "AndroidManifest.xml").Split('\n').Select(line => line.TrimStart())];

            Assert.Equal(theirs.Count(line => line.StartsWith("E: ", StringComparison.Ordinal)), All(manifest).Count());
            Assert.Equal(theirs.Count(line => line.StartsWith("A: ", StringComparison.Ordinal)), All(manifest).Sum(element => element.Attributes.Count));
        }
    }

    [Fact]
    public void Attributes_are_sorted_by_id_and_those_without_come_last()
    {
        var root = new AxmlElement(null, "a", 1);
        root.Attributes.Add(new AxmlAttribute(null, "zeta", 0, "1", TypedValue.String("1")));
        root.Attributes.Add(new AxmlAttribute(AxmlNamespace.Android, "name", 0x01010003, null, TypedValue.String("n")));
        root.Attributes.Add(new AxmlAttribute(null, "name", 0, "2", TypedValue.String("2")));
        root.Attributes.Add(new AxmlAttribute(AxmlNamespace.Android, "label", 0x01010001, null, TypedValue.Integer(1)));

        var read = AxmlReader.Read(AxmlWriter.Write(root));

        Assert.Equal([0x01010001u, 0x01010003u, 0u, 0u], read.Attributes.Select(a => a.ResourceId));
        Assert.Equal(["label", "name", "name", "zeta"], read.Attributes.Select(a => a.Name));
    }

    [Fact]
    public void Broken_documents_are_read_or_refused()
    {
        var seed = RealPackages.Entries(NpmPackages.Apks()[^1], name => name == "AndroidManifest.xml").Single().Bytes;
        Gen.Select(Gen.Int[0, seed.Length - 1], Gen.Byte, Gen.Int[0, seed.Length - 1], Gen.Byte, Gen.Int[0, seed.Length]).Sample(
            (i, a, j, b, cut) =>
            {
                var bytes = (byte[])seed.Clone();
                bytes[i] = a;
                bytes[j] = b;
                try
                {
                    AxmlReader.Read(cut % 7 == 0 ? bytes.AsSpan(0, cut) : bytes);
                }
                catch (MalformedInputException)
                {
                }
            },
            iter: 20_000);
    }

    private static IEnumerable<AxmlElement> All(AxmlElement element) => element.Children.OfType<AxmlElement>().SelectMany(All).Prepend(element);

    private static string Text(AxmlElement element) =>
        $"{element.Namespace}:{element.Name}[{string.Join('|', element.Namespaces)}][{string.Join('|', element.Attributes.OrderBy(a => a.ResourceId).ThenBy(a => a.Name, StringComparer.Ordinal))}]"
        + string.Concat(element.Children.Select(child => child is AxmlElement inner ? $"<{Text(inner)}>" : child.ToString()));
}
