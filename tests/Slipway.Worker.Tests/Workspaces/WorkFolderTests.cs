using Slipway.Worker.Workspaces;

namespace Slipway.Worker.Tests.Workspaces;

public sealed class WorkFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_an_earlier_worker_left_is_removed()
    {
        _folder.Add("work/some-build/1/out/app.apk", [1]);
        using var work = WorkFolder.Open(_folder["work"]);
        Assert.Empty(Directory.EnumerateDirectories(_folder["work"]));
    }

    [Fact]
    public void Two_workers_cannot_share_a_folder()
    {
        using (WorkFolder.Open(_folder["work"]))
            Assert.Throws<IOException>(() => WorkFolder.Open(_folder["work"]));
        WorkFolder.Open(_folder["work"]).Dispose();
    }

    [Fact]
    public void A_workspace_moves_to_its_build_and_vanishes()
    {
        using var work = WorkFolder.Open(_folder["work"]);
        var workspace = work.Create();
        var path = work.PathFor(Guid.NewGuid(), 2);
        workspace.MoveTo(path);
        Assert.True(Directory.Exists(Path.Combine(path, "in")) && Directory.Exists(Path.Combine(path, "out")));
        workspace.Remove();
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    [Fact]
    public void Others_on_the_machine_cannot_look_in()
    {
        using var work = WorkFolder.Open(_folder["work"]);
        Assert.Equal((UnixFileMode)0x1C0, File.GetUnixFileMode(_folder["work"]));
    }

    [Fact]
    public void A_folder_that_resists_is_removed()
    {
        var outside = _folder.Add("outside/kept", [1]);
        var root = _folder.AddFolder("work/build");
        File.CreateSymbolicLink(Path.Combine(root, "link"), Path.GetDirectoryName(outside)!);
        // Deeper than a path can be long; only going down step by step gets there.
        using (var deep = System.Diagnostics.Process.Start("python3", ["-c", $"import os\nos.chdir('{root}')\nfor i in range(60):\n    os.mkdir('d' * 200)\n    os.chdir('d' * 200)"]))
            deep.WaitForExit();
        File.SetUnixFileMode(root, UnixFileMode.UserRead);
        FolderRemoval.Remove(root);
        Assert.False(Directory.Exists(root));
        Assert.True(File.Exists(outside));
    }
}
