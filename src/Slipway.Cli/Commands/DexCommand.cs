using System.CommandLine;
using System.Runtime;
using Slipway.Build.Java;
using Slipway.Cli.Output;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway dex</c>: runs the DEX compiler.</summary>
internal static class DexCommand
{
    public static Command Create(CommandContext session)
    {
        var inputs = new Argument<string[]>("input") { Description = "Jars, folders of class files, or class files.", Arity = ArgumentArity.OneOrMore };
        var minSdk = new Option<int>("--min-sdk") { Description = "Lowest API level that the code must run on.", HelpName = "level", DefaultValueFactory = _ => 24 };
        var outFolder = new Option<string>("--out") { Description = "Folder for classes.dex.", HelpName = "folder", DefaultValueFactory = _ => "." };
        var json = JsonOption.Create();
        minSdk.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var level) && (level is < 1 or > 100))
                result.AddError("--min-sdk is an API level from 1 to 100.");
        });
        var command = new Command("dex", "Compile Java class files to DEX.") { inputs, minSdk, outFolder, json };
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            DexResult made;
            using (var progress = new ProgressLine(session.Terminal))
            {
                progress.Report("compiling");
                // Batch mode disables concurrent collections, which would let the heap grow by a tenth; nothing here needs short pauses.
                GCSettings.LatencyMode = GCLatencyMode.Batch;
                made = JavaToDex.Compile(result.GetRequiredValue(inputs), result.GetValue(minSdk), result.GetRequiredValue(outFolder));
            }

            if (result.GetValue(json))
                JsonOutput.Write(session.Terminal, document => Write(document, made));
            else
                Print(session.Terminal.Out, made);
            return ExitCode.Done;
        }));
        HelpExamples.Describe(command, "slipway dex library.jar --min-sdk 24 --out build");
        return command;
    }

    private static void Print(StyledWriter ink, DexResult made)
    {
        foreach (var file in made.Files)
            ink.Line(ink.Green(Terminal.Clean(file)));
        ink.Line(ink.Dim($"  {made.ClassCount} classes, {made.MethodCount} methods, {SizeText.Of(made.Size)}"));
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, DexResult made)
    {
        json.WriteString("status", "Finished");
        json.WriteStartArray("files");
        foreach (var file in made.Files)
            json.WriteStringValue(file);
        json.WriteEndArray();
        json.WriteNumber("classes", made.ClassCount);
        json.WriteNumber("methods", made.MethodCount);
        json.WriteNumber("size", made.Size);
    }
}
