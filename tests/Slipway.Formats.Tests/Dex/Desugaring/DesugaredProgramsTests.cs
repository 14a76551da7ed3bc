using Slipway.Formats.Dex;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex.Desugaring;

public sealed class DesugaredProgramsTests
{
    [Theory]
    [InlineData(8, 24)]
    [InlineData(11, 26)]
    [InlineData(17, 24)]
    [InlineData(17, 34)]
    public void Programs_print_the_same_after_the_round_trip_through_dex(int release, int minSdk)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-desugared");
        try
        {
            var (jar, upgraded) = (Path.Combine(folder.FullName, "out.jar"), Path.Combine(folder.FullName, "up.jar"));
            RoundTrip.ToJar(DesugarPrograms.Folder(release), jar, new DexOptions(minSdk));
            InterfaceUpgrade.Run(jar, upgraded);
            var names = DesugarPrograms.Names(release);

            var expected = RoundTrip.RunJava(DesugarPrograms.Folder(release), "Runner", names);
            var actual = RoundTrip.RunJava(upgraded, "Runner", names);

            Assert.Equal(names.Length, expected.Split("== ").Length - 1);
            Assert.DoesNotContain("does not link", expected, StringComparison.Ordinal);
            Assert.Equal(expected, actual);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
