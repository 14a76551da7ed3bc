using Slipway.Formats.Tests.Dex.Verification;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Fuzz;

/// <summary>Small DEX files: smali's output of every construct, and the smallest files of real apps.</summary>
internal static class DexSeeds
{
    private const int Largest = 6000;

    private const string Everything = """
        .class public LEverything;
        .super Ljava/lang/Object;
        .source "Everything.java"
        .annotation system Ldalvik/annotation/MemberClasses;
            value = { LEverything$A; }
        .end annotation
        .field public static final l:J = 0x123456789L
        .field public static final d:D = 1.5
        .field public static final s:Ljava/lang/String; = "\u00e4\u20ac"
        .field public static final c:C = 'x'
        .method public static f(I[S)I
            .registers 6
            .param p0, "number"
            .annotation runtime LNote;
                value = 3
                names = { "a", "b" }
                inner = .subannotation LInner;
                    type = Ljava/lang/String;
                .end subannotation
            .end annotation
            .end param
            .line 5
            packed-switch p0, :packed
            sparse-switch p0, :sparse
            fill-array-data p1, :data
            :start
            const-string v0, "text"
            monitor-enter v0
            const-wide v2, 0x7fffffffffffffffL
            const/high16 v1, 0x3f800000
            invoke-static/range {p0 .. p1}, LEverything;->f(I[S)I
            move-result v1
            :end
            .catch Ljava/lang/Error; {:start .. :end} :handler
            .catchall {:start .. :end} :all
            .line 9
            monitor-exit v0
            :case
            return p0
            :handler
            move-exception v0
            goto :all2
            :all
            move-exception v0
            :all2
            throw v0
            :packed
            .packed-switch 1
                :case
                :start
            .end packed-switch
            :sparse
            .sparse-switch
                -5 -> :case
                70000 -> :start
            .end sparse-switch
            :data
            .array-data 2
                1s 2s 3s
            .end array-data
        .end method
        """;

    private static readonly Lazy<IReadOnlyList<byte[]>> Made = new(() =>
    [
        Smali.Assemble([Everything]),
        Smali.Assemble(SupportClasses.Smali),
        Smali.Assemble([SupportClasses.Smali[0], .. VerifierPrograms.Cases.Where((_, i) => i % 8 == 0).Select(rule => rule.Smali(true))]),
        .. NpmPackages.Apks().SelectMany(ApkDex.Of).Where(dex => dex.Length < Largest).OrderBy(dex => dex.Length).Take(6),
    ]);

    public static IReadOnlyList<byte[]> All => Made.Value;
}
