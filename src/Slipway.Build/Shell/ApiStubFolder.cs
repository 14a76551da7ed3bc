using Slipway.Build.Shell.Signatures;
using Slipway.Formats.ClassFile;

namespace Slipway.Build.Shell;

/// <summary>A folder of stub classes, laid out for a compiler's class path.</summary>
internal static class ApiStubFolder
{
    public static void Write(IReadOnlyList<ApiType> types, string folder)
    {
        var builder = new ApiStubBuilder(types);
        foreach (var type in types)
        {
            var path = Path.Combine(folder, type.Name.Replace('/', Path.DirectorySeparatorChar) + ".class");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, ClassFileWriter.Write(builder.Build(type)));
        }
    }
}
