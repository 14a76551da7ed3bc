#import "SLWDownloads.h"

static NSURL *NewFolder(void) {
    NSFileManager *files = [NSFileManager defaultManager];
    NSURL *folder = [files.temporaryDirectory URLByAppendingPathComponent:[NSUUID UUID].UUIDString];
    return [files createDirectoryAtURL:folder withIntermediateDirectories:YES attributes:nil error:nil] ? folder : nil;
}

@implementation SLWDownloads {
    __weak id<SLWScreen> _screen;
    NSMutableArray *_running;
    NSMutableArray *_files;
}

- (instancetype)initWithScreen:(id<SLWScreen>)screen {
    self = [super init];
    if (self) {
        _screen = screen;
        _running = [[NSMutableArray alloc] init];
        _files = [[NSMutableArray alloc] init];
    }
    return self;
}

- (void)share:(NSURL *)file {
    UIActivityViewController *sheet = [[UIActivityViewController alloc] initWithActivityItems:[NSArray arrayWithObject:file]
                                                                        applicationActivities:nil];
    [_screen show:sheet];
}

- (void)download:(WKDownload *)download
    decideDestinationUsingResponse:(NSURLResponse *)response
                 suggestedFilename:(NSString *)name
                 completionHandler:(void (^)(NSURL *))decide {
    NSURL *file = [NewFolder() URLByAppendingPathComponent:name.lastPathComponent];
    if (file) {
        [_running addObject:download];
        [_files addObject:file];
    }
    decide(file);
}

- (void)downloadDidFinish:(WKDownload *)download {
    NSURL *file = [self forget:download];
    if (file) [self share:file];
}

- (void)download:(WKDownload *)download didFailWithError:(NSError *)error resumeData:(NSData *)data {
    [self forget:download];
    [_screen say:@"The file could not be saved."];
}

- (NSURL *)forget:(WKDownload *)download {
    for (NSUInteger i = 0; i < _running.count; i++) {
        if ([_running objectAtIndex:i] == download) {
            NSURL *file = [_files objectAtIndex:i];
            [_files removeObjectIdenticalTo:file];
            [_running removeObjectIdenticalTo:download];
            return file;
        }
    }
    return nil;
}

@end
