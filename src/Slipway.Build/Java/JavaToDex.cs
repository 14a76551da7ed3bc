using Slipway.Formats;
using Slipway.Formats.Dex;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Java;

/// <summary>Runs the DEX compiler on its own: compiles jars and folders of class files to classes.dex.</summary>
public static class JavaToDex
{
    /// <summary>Compiles class files.</summary>
    /// <param name="inputs">Jars, folders and class files.</param>
    /// <param name="minSdk">Lowest API level that must run the code.</param>
    /// <param name="outFolder">Folder for the DEX files; made when missing.</param>
    /// <exception cref="ProblemException">The class files cannot be compiled; the problems say why.</exception>
    public static DexResult Compile(IReadOnlyList<string> inputs, int minSdk, string outFolder)
    {
        var classes = ClassInputs.Read(inputs);
        DexOutput output;
        try
        {
            output = DexCompiler.Consume(classes, new DexOptions(minSdk));
        }
        catch (MalformedInputException e)
        {
            throw new ProblemException(DexProblems.MalformedCode.At(e.Entry ?? "classes", $"The class cannot be compiled: {e.Reason}."), e);
        }

        if (!output.Succeeded)
            throw new ProblemException([.. output.Diagnostics.Select(Describe)]);
        var paths = output.DexFiles.Select((_, i) => Path.Combine(outFolder, i == 0 ? "classes.dex" : $"classes{i + 1}.dex")).ToList();
        foreach (var (path, bytes) in paths.Zip(output.DexFiles))
            OutputFile.Write(path, bytes);
        return new DexResult(paths, output.ClassCount, output.MethodCount, output.DexFiles.Sum(f => (long)f.Length));
    }

    private static Problem Describe(DexDiagnostic diagnostic) => (diagnostic.Kind switch
    {
        DexDiagnosticKind.DuplicateClass => DexProblems.Duplicate,
        DexDiagnosticKind.PlatformClass => DexProblems.Platform,
        DexDiagnosticKind.UnsupportedVersion => DexProblems.TooNew,
        DexDiagnosticKind.UnsupportedDynamic => DexProblems.Dynamic,
        DexDiagnosticKind.InterfaceMethodBody => DexProblems.InterfaceBody,
        DexDiagnosticKind.Subroutine => DexProblems.Subroutine,
        DexDiagnosticKind.ComputedConstant => DexProblems.ComputedConstant,
        DexDiagnosticKind.InvalidName => DexProblems.InvalidName,
        DexDiagnosticKind.UnsupportedCode => DexProblems.Untranslatable,
        DexDiagnosticKind.TooLarge => DexProblems.TooLarge,
        DexDiagnosticKind.Unverified => DexProblems.Unverified,
        _ => DexProblems.MalformedCode,
    }).At(diagnostic.Where, diagnostic.Text);
}

/// <summary>The result of compiling class files.</summary>
/// <param name="Files">Paths of the DEX files.</param>
/// <param name="ClassCount">Classes, synthetic ones included.</param>
/// <param name="MethodCount">Methods that they define.</param>
/// <param name="Size">Length of all files in bytes.</param>
public sealed record DexResult(IReadOnlyList<string> Files, int ClassCount, int MethodCount, long Size);
