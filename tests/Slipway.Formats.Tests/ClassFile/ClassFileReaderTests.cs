using Slipway.Formats.ClassFile;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.ClassFile;

public sealed class ClassFileReaderTests
{
    [Theory]
    [InlineData("gson")]
    [InlineData("commons-lang3")]
    [InlineData("commons-math3")]
    [InlineData("guava")]
    [InlineData("bcprov")]
    public void Every_class_of_a_real_jar_is_read(string jar)
    {
        var classes = DebianJars.Classes(jar);
        Assert.NotEmpty(classes);
        foreach (var (name, bytes) in classes)
        {
            var read = ClassFileReader.Read(bytes, name);
            Assert.EndsWith($"{read.Name}.class", name, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Classes_that_are_read_together_share_their_texts()
    {
        var texts = new SharedTexts();
        var read = DebianJars.Classes("gson").Select(c => ClassFileReader.Read(c.Value, c.Key, texts)).Where(c => c.SuperName == "java/lang/Object").ToList();
        Assert.True(read.Count > 1);
        Assert.All(read, c => Assert.Same(read[0].SuperName, c.SuperName));
    }

    [Fact]
    public void A_class_of_a_later_release_is_told_apart()
    {
        var bytes = DebianJars.Classes("gson")[0].Value.ToArray();
        bytes[7] = ClassFileReader.NewestMajorVersion + 1;
        Assert.Equal(ClassFileFault.TooNew, Assert.Throws<ClassFileException>(() => ClassFileReader.Read(bytes)).Fault);
        bytes[0] = 0;
        Assert.Equal(ClassFileFault.Malformed, Assert.Throws<ClassFileException>(() => ClassFileReader.Read(bytes)).Fault);
    }

    [Fact]
    public void Every_shorter_file_is_refused()
    {
        var bytes = DebianJars.Classes("gson").MinBy(c => c.Value.Length).Value;
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<ClassFileException>(() => ClassFileReader.Read(bytes.AsSpan(0, length)));
    }

    [Fact]
    public void A_changed_byte_is_read_or_refused_and_nothing_else()
    {
        var random = new Random(7);
        foreach (var (name, original) in DebianJars.Classes("gson"))
        {
            var bytes = original.ToArray();
            for (var round = 0; round < 200; round++)
            {
                var at = random.Next(bytes.Length);
                var old = bytes[at];
                bytes[at] = (byte)random.Next(256);
                ReadOrRefuse(bytes, name);
                if (round % 5 != 0)
                    bytes[at] = old;
            }
        }
    }

    private static void ReadOrRefuse(byte[] bytes, string name)
    {
        try
        {
            ClassFileReader.Read(bytes, name);
        }
        catch (MalformedInputException)
        {
            // The other allowed outcome.
        }
    }
}
