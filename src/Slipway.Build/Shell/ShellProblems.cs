using Slipway.Build.Shell.Ios;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Shell;

/// <summary>Turns failures of the toolchain into problems.</summary>
public static class ShellProblems
{
    /// <summary>Runs a step of the toolchain.</summary>
    /// <exception cref="ProblemException">The step failed.</exception>
    public static T Guard<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (JdkNotFoundException e)
        {
            throw new ProblemException(ToolchainProblems.JavacMissing.At("javac", e.Message), e);
        }
        catch (AppleToolsNotFoundException e)
        {
            throw new ProblemException(ToolchainProblems.AppleToolsMissing.At(e.Tool, e.Message), e);
        }
        catch (ShellCompilationException e)
        {
            throw new ProblemException(ToolchainProblems.CompileFailed.At($"shell ({e.Step})", e.Details), e);
        }
        catch (AndroidApiInstallException e)
        {
            throw new ProblemException(ToolchainProblems.SignaturesMissing.At(e.Step, e.Message), e);
        }
    }
}
